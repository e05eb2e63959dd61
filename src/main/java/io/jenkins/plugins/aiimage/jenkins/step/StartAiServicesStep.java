package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.Extension;
import io.jenkins.plugins.aiimage.jenkins.run.BlockExecution;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code startAiServices() { … }}: starts services and tests them, runs its body, and stops the
 * services whatever happened. What each parameter means is said in {@link Parameters}.
 */
public final class StartAiServicesStep extends AiImageStep {
  /** Longer than most bodies; after it, another run on the agent may remove the services. */
  private static final String KEEP = "1d";

  private static final int RUN_LETTERS = 13;

  /** No parameter is required. */
  @DataBoundConstructor
  public StartAiServicesStep() {}

  @Override
  public StepExecution start(StepContext context) {
    List<String> run = List.of(UUID.randomUUID().toString().substring(0, RUN_LETTERS));
    Map<String, List<String>> all = new HashMap<>(parameters.asMap());
    all.put("run", run);
    all.put("keep", List.of(KEEP));
    return new BlockExecution(context, new StartTask(), all, new StopTask(), Map.of("run", run));
  }

  public String getFile() {
    return parameters.one("file");
  }

  @DataBoundSetter
  public void setFile(String file) {
    parameters.one("file", file);
  }

  public List<String> getServices() {
    return parameters.many("services");
  }

  @DataBoundSetter
  public void setServices(List<String> services) {
    parameters.many("services", services);
  }

  public List<String> getProfiles() {
    return parameters.many("profiles");
  }

  @DataBoundSetter
  public void setProfiles(List<String> profiles) {
    parameters.many("profiles", profiles);
  }

  public List<String> getTests() {
    return parameters.many("tests");
  }

  @DataBoundSetter
  public void setTests(List<String> tests) {
    parameters.many("tests", tests);
  }

  public String getStartTimeout() {
    return parameters.one("startTimeout");
  }

  @DataBoundSetter
  public void setStartTimeout(String startTimeout) {
    parameters.one("startTimeout", startTimeout);
  }

  public String getTestTimeout() {
    return parameters.one("testTimeout");
  }

  @DataBoundSetter
  public void setTestTimeout(String testTimeout) {
    parameters.one("testTimeout", testTimeout);
  }

  public String getTotalTimeout() {
    return parameters.one("totalTimeout");
  }

  @DataBoundSetter
  public void setTotalTimeout(String totalTimeout) {
    parameters.one("totalTimeout", totalTimeout);
  }

  public String getPull() {
    return parameters.one("pull");
  }

  @DataBoundSetter
  public void setPull(String pull) {
    parameters.one("pull", pull);
  }

  public boolean isFreePorts() {
    return parameters.flag("freePorts");
  }

  @DataBoundSetter
  public void setFreePorts(boolean freePorts) {
    parameters.flag("freePorts", freePorts);
  }

  public boolean isOvercommit() {
    return parameters.flag("overcommit");
  }

  @DataBoundSetter
  public void setOvercommit(boolean overcommit) {
    parameters.flag("overcommit", overcommit);
  }

  public boolean isRemoveVolumes() {
    return parameters.flag("removeVolumes");
  }

  @DataBoundSetter
  public void setRemoveVolumes(boolean removeVolumes) {
    parameters.flag("removeVolumes", removeVolumes);
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
      super("startAiServices", Messages::start, StepForm.START, "file");
    }

    @Override
    public boolean takesImplicitBlockArgument() {
      return true;
    }
  }
}
