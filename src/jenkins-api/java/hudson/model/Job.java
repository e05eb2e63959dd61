package hudson.model;

import hudson.ExtensionPoint;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends AbstractItem implements ExtensionPoint {
  protected Job(ItemGroup parent, String name) {
    super((ItemGroup) null, (String) null);
  }

  public boolean isBuilding() {
    throw new UnsupportedOperationException();
  }

  public int getNextBuildNumber() {
    throw new UnsupportedOperationException();
  }

  public abstract boolean isBuildable();

  public RunT getBuild(String id) {
    throw new UnsupportedOperationException();
  }

  public RunT getBuildByNumber(int n) {
    throw new UnsupportedOperationException();
  }

  public RunT getNearestBuild(int n) {
    throw new UnsupportedOperationException();
  }

  public RunT getNearestOldBuild(int n) {
    throw new UnsupportedOperationException();
  }

  public RunT getLastBuild() {
    throw new UnsupportedOperationException();
  }

  public RunT getLastSuccessfulBuild() {
    throw new UnsupportedOperationException();
  }

  public RunT getLastCompletedBuild() {
    throw new UnsupportedOperationException();
  }
}
