package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.EnvironmentContributor;
import hudson.model.Run;
import hudson.model.TaskListener;

/**
 * Tells every build where Trivy's database is, by the variable that trivy itself reads. A build
 * that says otherwise is left alone.
 */
@Extension
public final class TrivyEnvironment extends EnvironmentContributor {
  private static final String VARIABLE = "TRIVY_DB_REPOSITORY";

  @Override
  @SuppressWarnings("rawtypes") // As it is declared there.
  public void buildEnvironmentFor(Run run, EnvVars variables, TaskListener listener) {
    String sources = String.join(",", Lines.of(AiImageSettings.get().getTrivySources()));
    if (!sources.isEmpty()) {
      variables.putIfAbsent(VARIABLE, sources);
    }
  }
}
