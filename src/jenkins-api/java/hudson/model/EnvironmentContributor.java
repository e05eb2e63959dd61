package hudson.model;

import hudson.EnvVars;
import java.io.IOException;

public abstract class EnvironmentContributor {
  public void buildEnvironmentFor(Run r, EnvVars envs, TaskListener listener)
      throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }
}
