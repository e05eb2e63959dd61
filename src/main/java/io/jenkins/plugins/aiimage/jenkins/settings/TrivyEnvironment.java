package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.EnvironmentContributor;
import hudson.model.Run;
import hudson.model.TaskListener;

/**
 * Tells every build where Trivy's databases are, by the variables that trivy itself reads. A build
 * that says otherwise is left alone.
 */
@Extension
public final class TrivyEnvironment extends EnvironmentContributor {
  @Override
  @SuppressWarnings("rawtypes") // As it is declared there.
  public void buildEnvironmentFor(Run run, EnvVars variables, TaskListener listener) {
    AiImageSettings.get().trivy().variables().forEach(variables::putIfAbsent);
  }
}
