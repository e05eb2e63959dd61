package io.jenkins.plugins.aiimage.jenkins.flight;

import java.io.Serializable;
import java.util.Objects;

/**
 * A step that builds while others wait for it. A class and no record, because the pipeline's state
 * is written by a library that knows no records.
 */
public final class Leader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String runId;
  private final String execution;

  /**
   * @param runId {@code Run.getExternalizableId()}
   * @param execution identity of the step's execution
   */
  public Leader(String runId, String execution) {
    this.runId = runId;
    this.execution = execution;
  }

  public String runId() {
    return runId;
  }

  public String execution() {
    return execution;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Leader leader
        && runId.equals(leader.runId)
        && execution.equals(leader.execution);
  }

  @Override
  public int hashCode() {
    return Objects.hash(runId, execution);
  }
}
