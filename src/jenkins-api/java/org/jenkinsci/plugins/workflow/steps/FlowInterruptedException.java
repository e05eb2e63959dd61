package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
  public FlowInterruptedException(Result result, CauseOfInterruption... causes) {}

  public FlowInterruptedException(
      Result result, boolean actualInterruption, CauseOfInterruption... causes) {}

  public Result getResult() {
    throw new UnsupportedOperationException();
  }

  public List<CauseOfInterruption> getCauses() {
    throw new UnsupportedOperationException();
  }

  public boolean isActualInterruption() {
    throw new UnsupportedOperationException();
  }

  public void setActualInterruption(boolean actualInterruption) {
    throw new UnsupportedOperationException();
  }

  public void handle(Run<?, ?> run, TaskListener listener) {
    throw new UnsupportedOperationException();
  }
}
