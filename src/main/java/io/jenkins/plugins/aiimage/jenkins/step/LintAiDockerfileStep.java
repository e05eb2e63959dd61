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
 * {@code lintAiDockerfile()}: looks for what makes images for AI slow, fragile or unsafe in their
 * Dockerfiles. What each parameter means is said in {@link Parameters}.
 */
public final class LintAiDockerfileStep extends AiImageStep {
  /** No parameter is required. */
  @DataBoundConstructor
  public LintAiDockerfileStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new LintTask(), parameters.asMap());
  }

  public List<String> getFiles() {
    return parameters.many("files");
  }

  @DataBoundSetter
  public void setFiles(List<String> files) {
    parameters.many("files", files);
  }

  public String getContext() {
    return parameters.one("context");
  }

  @DataBoundSetter
  public void setContext(String context) {
    parameters.one("context", context);
  }

  public String getFailOn() {
    return parameters.one("failOn");
  }

  @DataBoundSetter
  public void setFailOn(String failOn) {
    parameters.one("failOn", failOn);
  }

  public String getFormat() {
    return parameters.one("format");
  }

  @DataBoundSetter
  public void setFormat(String format) {
    parameters.one("format", format);
  }

  public String getOutput() {
    return parameters.one("output");
  }

  @DataBoundSetter
  public void setOutput(String output) {
    parameters.one("output", output);
  }

  public boolean isFix() {
    return parameters.flag("fix");
  }

  @DataBoundSetter
  public void setFix(boolean fix) {
    parameters.flag("fix", fix);
  }

  public boolean isDryRun() {
    return parameters.flag("dryRun");
  }

  @DataBoundSetter
  public void setDryRun(boolean dryRun) {
    parameters.flag("dryRun", dryRun);
  }

  public String getTools() {
    return parameters.one("tools");
  }

  @DataBoundSetter
  public void setTools(String tools) {
    parameters.one("tools", tools);
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends AiImageStepDescriptor {
    public DescriptorImpl() {
      super("lintAiDockerfile", Messages::lint, StepForm.LINT, "files");
    }
  }
}
