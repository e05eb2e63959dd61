package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.Extension;
import io.jenkins.plugins.aiimage.jenkins.run.AiImageExecution;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code smokeTestAiImage()}: runs commands and imports in an image of the agent's engine. What
 * each parameter means is said in {@link Parameters}.
 */
public final class SmokeTestAiImageStep extends AiImageStep {
  /** The program says which parameters are missing. */
  @DataBoundConstructor
  public SmokeTestAiImageStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new SmokeTask(), parameters.asMap());
  }

  public String getImage() {
    return parameters.one("image");
  }

  @DataBoundSetter
  public void setImage(String image) {
    parameters.one("image", image);
  }

  public List<String> getCommands() {
    return parameters.many("commands");
  }

  @DataBoundSetter
  public void setCommands(List<String> commands) {
    parameters.many("commands", commands);
  }

  public List<String> getImports() {
    return parameters.many("imports");
  }

  @DataBoundSetter
  public void setImports(List<String> imports) {
    parameters.many("imports", imports);
  }

  public String getMaxSize() {
    return parameters.one("maxSize");
  }

  @DataBoundSetter
  public void setMaxSize(String maxSize) {
    parameters.one("maxSize", maxSize);
  }

  public String getTimeout() {
    return parameters.one("timeout");
  }

  @DataBoundSetter
  public void setTimeout(String timeout) {
    parameters.one("timeout", timeout);
  }

  public String getNetwork() {
    return parameters.one("network");
  }

  @DataBoundSetter
  public void setNetwork(String network) {
    parameters.one("network", network);
  }

  public String getBuilder() {
    return parameters.one("builder");
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    parameters.one("builder", builder);
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends AiImageStepDescriptor {
    public DescriptorImpl() {
      super("smokeTestAiImage", Messages::smoke, StepForm.SMOKE, "image");
    }
  }
}
