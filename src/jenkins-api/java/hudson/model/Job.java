package hudson.model;

import java.io.File;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends AbstractItem {
  private Job() {
    super(null, null);
  }

  public RunT getLastBuild() {
    throw new UnsupportedOperationException();
  }

  public File getBuildDir() {
    throw new UnsupportedOperationException();
  }
}
