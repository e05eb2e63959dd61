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
 * {@code diagnoseAiImage()}: says what would make a build slow, before there is one. What each
 * parameter means is said in {@link Parameters}.
 */
public final class DiagnoseAiImageStep extends AiImageStep {
  /** No parameter is required. */
  @DataBoundConstructor
  public DiagnoseAiImageStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new DiagnoseTask(), parameters.asMap());
  }

  public String getContext() {
    return parameters.one("context");
  }

  @DataBoundSetter
  public void setContext(String context) {
    parameters.one("context", context);
  }

  public String getDockerfile() {
    return parameters.one("dockerfile");
  }

  @DataBoundSetter
  public void setDockerfile(String dockerfile) {
    parameters.one("dockerfile", dockerfile);
  }

  public List<String> getBuildArgs() {
    return parameters.many("buildArgs");
  }

  @DataBoundSetter
  public void setBuildArgs(List<String> buildArgs) {
    parameters.many("buildArgs", buildArgs);
  }

  public List<String> getIndexes() {
    return parameters.many("indexes");
  }

  @DataBoundSetter
  public void setIndexes(List<String> indexes) {
    parameters.many("indexes", indexes);
  }

  public List<String> getFallback() {
    return parameters.many("fallback");
  }

  @DataBoundSetter
  public void setFallback(List<String> fallback) {
    parameters.many("fallback", fallback);
  }

  public String getTimeout() {
    return parameters.one("timeout");
  }

  @DataBoundSetter
  public void setTimeout(String timeout) {
    parameters.one("timeout", timeout);
  }

  public boolean isOffline() {
    return parameters.flag("offline");
  }

  @DataBoundSetter
  public void setOffline(boolean offline) {
    parameters.flag("offline", offline);
  }

  public Integer getTop() {
    return parameters.number("top");
  }

  @DataBoundSetter
  public void setTop(Integer top) {
    parameters.number("top", top);
  }

  public boolean isWriteIgnore() {
    return parameters.flag("writeIgnore");
  }

  @DataBoundSetter
  public void setWriteIgnore(boolean writeIgnore) {
    parameters.flag("writeIgnore", writeIgnore);
  }

  public boolean isSplitRequirements() {
    return parameters.flag("splitRequirements");
  }

  @DataBoundSetter
  public void setSplitRequirements(boolean splitRequirements) {
    parameters.flag("splitRequirements", splitRequirements);
  }

  public boolean isOverwrite() {
    return parameters.flag("overwrite");
  }

  @DataBoundSetter
  public void setOverwrite(boolean overwrite) {
    parameters.flag("overwrite", overwrite);
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
  public static final class DescriptorImpl extends AiImageStepDescriptor {
    public DescriptorImpl() {
      super("diagnoseAiImage", Messages::diagnose, StepForm.DIAGNOSE, "dockerfile");
    }
  }
}
