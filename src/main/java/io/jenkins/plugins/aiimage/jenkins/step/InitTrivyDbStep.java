package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.aiimage.jenkins.run.AiImageExecution;
import io.jenkins.plugins.aiimage.jenkins.settings.CredentialsBox;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code initTrivyDb()}: puts Trivy's databases into its cache folder on the agent, where they are
 * not fresh. What each parameter means is said in {@link Parameters}.
 */
public final class InitTrivyDbStep extends AiImageStep {
  /** No parameter is required. */
  @DataBoundConstructor
  public InitTrivyDbStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new TrivyTask(), parameters.asMap());
  }

  public String getCacheDir() {
    return parameters.one("cacheDir");
  }

  @DataBoundSetter
  public void setCacheDir(String cacheDir) {
    parameters.one("cacheDir", cacheDir);
  }

  public List<String> getSources() {
    return parameters.many("sources");
  }

  @DataBoundSetter
  public void setSources(List<String> sources) {
    parameters.many("sources", sources);
  }

  public List<String> getMirrorTo() {
    return parameters.many("mirrorTo");
  }

  @DataBoundSetter
  public void setMirrorTo(List<String> mirrorTo) {
    parameters.many("mirrorTo", mirrorTo);
  }

  public String getCredentialsId() {
    return parameters.one("credentialsId");
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    parameters.one("credentialsId", credentialsId);
  }

  public boolean isJavaDb() {
    return parameters.flag("javaDb");
  }

  @DataBoundSetter
  public void setJavaDb(boolean javaDb) {
    parameters.flag("javaDb", javaDb);
  }

  public boolean isChecks() {
    return parameters.flag("checks");
  }

  @DataBoundSetter
  public void setChecks(boolean checks) {
    parameters.flag("checks", checks);
  }

  public String getMaxAge() {
    return parameters.one("maxAge");
  }

  @DataBoundSetter
  public void setMaxAge(String maxAge) {
    parameters.one("maxAge", maxAge);
  }

  public String getView() {
    return parameters.one("view");
  }

  @DataBoundSetter
  public void setView(String view) {
    parameters.one("view", view);
  }

  public String getImportFrom() {
    return parameters.one("importFrom");
  }

  @DataBoundSetter
  public void setImportFrom(String importFrom) {
    parameters.one("importFrom", importFrom);
  }

  public String getExportTo() {
    return parameters.one("exportTo");
  }

  @DataBoundSetter
  public void setExportTo(String exportTo) {
    parameters.one("exportTo", exportTo);
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
  public static final class DescriptorImpl extends AiImageStepDescriptor {
    public DescriptorImpl() {
      super("initTrivyDb", Messages::trivy, StepForm.TRIVY, "");
    }

    /** The credentials to choose from. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(
        @AncestorInPath Item item,
        @QueryParameter String mirrorTo,
        @QueryParameter String sources,
        @QueryParameter String credentialsId) {
      return CredentialsBox.of(
          item, CredentialsBox.registryOfTrivy(mirrorTo, sources), credentialsId);
    }
  }
}
