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
 * {@code prepareAiProcessorImage()}: makes sure that the image with this content exists. What each
 * parameter means is said in {@link Parameters}.
 */
public final class PrepareAiProcessorImageStep extends AiImageStep {
  /** No parameter is required. */
  @DataBoundConstructor
  public PrepareAiProcessorImageStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new PrepareTask(), parameters.asMap());
  }

  public String getImage() {
    return parameters.one("image");
  }

  @DataBoundSetter
  public void setImage(String image) {
    parameters.one("image", image);
  }

  public String getDockerfile() {
    return parameters.one("dockerfile");
  }

  @DataBoundSetter
  public void setDockerfile(String dockerfile) {
    parameters.one("dockerfile", dockerfile);
  }

  public String getPreset() {
    return parameters.one("preset");
  }

  @DataBoundSetter
  public void setPreset(String preset) {
    parameters.one("preset", preset);
  }

  public String getContext() {
    return parameters.one("context");
  }

  @DataBoundSetter
  public void setContext(String context) {
    parameters.one("context", context);
  }

  public String getTarget() {
    return parameters.one("target");
  }

  @DataBoundSetter
  public void setTarget(String target) {
    parameters.one("target", target);
  }

  public String getPlatform() {
    return parameters.one("platform");
  }

  @DataBoundSetter
  public void setPlatform(String platform) {
    parameters.one("platform", platform);
  }

  public String getRegistry() {
    return parameters.one("registry");
  }

  @DataBoundSetter
  public void setRegistry(String registry) {
    parameters.one("registry", registry);
  }

  public List<String> getCacheFrom() {
    return parameters.many("cacheFrom");
  }

  @DataBoundSetter
  public void setCacheFrom(List<String> cacheFrom) {
    parameters.many("cacheFrom", cacheFrom);
  }

  public String getCredentialsId() {
    return parameters.one("credentialsId");
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    parameters.one("credentialsId", credentialsId);
  }

  public String getBuilder() {
    return parameters.one("builder");
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    parameters.one("builder", builder);
  }

  public String getNetwork() {
    return parameters.one("network");
  }

  @DataBoundSetter
  public void setNetwork(String network) {
    parameters.one("network", network);
  }

  public String getTimeout() {
    return parameters.one("timeout");
  }

  @DataBoundSetter
  public void setTimeout(String timeout) {
    parameters.one("timeout", timeout);
  }

  public String getStallTimeout() {
    return parameters.one("stallTimeout");
  }

  @DataBoundSetter
  public void setStallTimeout(String stallTimeout) {
    parameters.one("stallTimeout", stallTimeout);
  }

  public Integer getRetries() {
    return parameters.number("retries");
  }

  @DataBoundSetter
  public void setRetries(Integer retries) {
    parameters.number("retries", retries);
  }

  public String getTotalTimeout() {
    return parameters.one("totalTimeout");
  }

  @DataBoundSetter
  public void setTotalTimeout(String totalTimeout) {
    parameters.one("totalTimeout", totalTimeout);
  }

  public String getUntil() {
    return parameters.one("until");
  }

  @DataBoundSetter
  public void setUntil(String until) {
    parameters.one("until", until);
  }

  public String getPull() {
    return parameters.one("pull");
  }

  @DataBoundSetter
  public void setPull(String pull) {
    parameters.one("pull", pull);
  }

  public String getMaxSize() {
    return parameters.one("maxSize");
  }

  @DataBoundSetter
  public void setMaxSize(String maxSize) {
    parameters.one("maxSize", maxSize);
  }

  public String getLabel() {
    return parameters.one("label");
  }

  @DataBoundSetter
  public void setLabel(String label) {
    parameters.one("label", label);
  }

  public List<String> getTags() {
    return parameters.many("tags");
  }

  @DataBoundSetter
  public void setTags(List<String> tags) {
    parameters.many("tags", tags);
  }

  public List<String> getBuildArgs() {
    return parameters.many("buildArgs");
  }

  @DataBoundSetter
  public void setBuildArgs(List<String> buildArgs) {
    parameters.many("buildArgs", buildArgs);
  }

  public List<String> getSecrets() {
    return parameters.many("secrets");
  }

  @DataBoundSetter
  public void setSecrets(List<String> secrets) {
    parameters.many("secrets", secrets);
  }

  public List<String> getAddHosts() {
    return parameters.many("addHosts");
  }

  @DataBoundSetter
  public void setAddHosts(List<String> addHosts) {
    parameters.many("addHosts", addHosts);
  }

  public List<String> getFallback() {
    return parameters.many("fallback");
  }

  @DataBoundSetter
  public void setFallback(List<String> fallback) {
    parameters.many("fallback", fallback);
  }

  public List<String> getPip() {
    return parameters.many("pip");
  }

  @DataBoundSetter
  public void setPip(List<String> pip) {
    parameters.many("pip", pip);
  }

  public List<String> getNeeds() {
    return parameters.many("needs");
  }

  @DataBoundSetter
  public void setNeeds(List<String> needs) {
    parameters.many("needs", needs);
  }

  public List<String> getBudget() {
    return parameters.many("budget");
  }

  @DataBoundSetter
  public void setBudget(List<String> budget) {
    parameters.many("budget", budget);
  }

  public List<String> getPhases() {
    return parameters.many("phases");
  }

  @DataBoundSetter
  public void setPhases(List<String> phases) {
    parameters.many("phases", phases);
  }

  public List<String> getSmokeTest() {
    return parameters.many("smokeTest");
  }

  @DataBoundSetter
  public void setSmokeTest(List<String> smokeTest) {
    parameters.many("smokeTest", smokeTest);
  }

  public boolean isPush() {
    return !parameters.flag("push");
  }

  @DataBoundSetter
  public void setPush(boolean push) {
    parameters.flag("push", !push);
  }

  public boolean isForce() {
    return parameters.flag("force");
  }

  @DataBoundSetter
  public void setForce(boolean force) {
    parameters.flag("force", force);
  }

  public boolean isDryRun() {
    return parameters.flag("dryRun");
  }

  @DataBoundSetter
  public void setDryRun(boolean dryRun) {
    parameters.flag("dryRun", dryRun);
  }

  public boolean isRequireRegistry() {
    return parameters.flag("requireRegistry");
  }

  @DataBoundSetter
  public void setRequireRegistry(boolean requireRegistry) {
    parameters.flag("requireRegistry", requireRegistry);
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends RegistryStepDescriptor {
    public DescriptorImpl() {
      super("prepareAiProcessorImage", Messages::prepare, StepForm.PREPARE, "image");
    }
  }
}
