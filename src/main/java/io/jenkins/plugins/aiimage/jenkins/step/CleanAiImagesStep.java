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
 * {@code cleanAiImages()}: removes old images from a registry, or from the agent's engine. What
 * each parameter means is said in {@link Parameters}.
 */
public final class CleanAiImagesStep extends AiImageStep {
  /** The program says which parameters are missing. */
  @DataBoundConstructor
  public CleanAiImagesStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new CleanTask(), parameters.asMap());
  }

  public String getRegistry() {
    return parameters.one("registry");
  }

  @DataBoundSetter
  public void setRegistry(String registry) {
    parameters.one("registry", registry);
  }

  public String getCredentialsId() {
    return parameters.one("credentialsId");
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    parameters.one("credentialsId", credentialsId);
  }

  public List<String> getImage() {
    return parameters.many("image");
  }

  @DataBoundSetter
  public void setImage(List<String> image) {
    parameters.many("image", image);
  }

  public String getOlderThan() {
    return parameters.one("olderThan");
  }

  @DataBoundSetter
  public void setOlderThan(String olderThan) {
    parameters.one("olderThan", olderThan);
  }

  public Integer getKeep() {
    return parameters.number("keep");
  }

  @DataBoundSetter
  public void setKeep(Integer keep) {
    parameters.number("keep", keep);
  }

  public String getUntilFree() {
    return parameters.one("untilFree");
  }

  @DataBoundSetter
  public void setUntilFree(String untilFree) {
    parameters.one("untilFree", untilFree);
  }

  public String getBuilder() {
    return parameters.one("builder");
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    parameters.one("builder", builder);
  }

  public boolean isDryRun() {
    return parameters.flag("dryRun");
  }

  @DataBoundSetter
  public void setDryRun(boolean dryRun) {
    parameters.flag("dryRun", dryRun);
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends RegistryStepDescriptor {
    public DescriptorImpl() {
      super("cleanAiImages", Messages::clean, StepForm.CLEAN, "image");
    }
  }
}
