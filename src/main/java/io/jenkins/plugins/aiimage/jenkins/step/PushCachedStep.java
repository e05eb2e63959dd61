package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.Extension;
import io.jenkins.plugins.aiimage.jenkins.run.AiImageExecution;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.push.ReturnedImage;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code pushCached(image: …)}: brings images to registries, and sends only what those lack. What
 * each parameter means is said in {@link Parameters}.
 */
public final class PushCachedStep extends AiImageStep {
  /** The program says which parameters are missing. */
  @DataBoundConstructor
  public PushCachedStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new PushTask("image"), parameters.asMap());
  }

  public List<String> getImage() {
    return parameters.many("image");
  }

  @DataBoundSetter
  public void setImage(List<String> image) {
    parameters.many("image", image);
  }

  public List<String> getRegistry() {
    return parameters.many("registry");
  }

  @DataBoundSetter
  public void setRegistry(List<String> registry) {
    parameters.many("registry", registry);
  }

  public String getCredentialsId() {
    return parameters.one("credentialsId");
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    parameters.one("credentialsId", credentialsId);
  }

  public String getRepository() {
    return parameters.one("repository");
  }

  @DataBoundSetter
  public void setRepository(String repository) {
    parameters.one("repository", repository);
  }

  public List<String> getTags() {
    return parameters.many("tags");
  }

  @DataBoundSetter
  public void setTags(List<String> tags) {
    parameters.many("tags", tags);
  }

  public String getBuilder() {
    return parameters.one("builder");
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    parameters.one("builder", builder);
  }

  public String getStallTimeout() {
    return parameters.one("stallTimeout");
  }

  @DataBoundSetter
  public void setStallTimeout(String stallTimeout) {
    parameters.one("stallTimeout", stallTimeout);
  }

  public String getTotalTimeout() {
    return parameters.one("totalTimeout");
  }

  @DataBoundSetter
  public void setTotalTimeout(String totalTimeout) {
    parameters.one("totalTimeout", totalTimeout);
  }

  public boolean isDryRun() {
    return parameters.flag("dryRun");
  }

  @DataBoundSetter
  public void setDryRun(boolean dryRun) {
    parameters.flag("dryRun", dryRun);
  }

  public String getLabel() {
    return parameters.one("label");
  }

  @DataBoundSetter
  public void setLabel(String label) {
    parameters.one("label", label);
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends RegistryStepDescriptor {
    public DescriptorImpl() {
      super("pushCached", Messages::push, StepForm.PUSH, "image");
    }

    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
      return super.customInstantiate(ReturnedImage.named(arguments, "image"));
    }
  }
}
