package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.jenkins.flight.Leader;
import io.jenkins.plugins.aiimage.jenkins.flight.SingleFlight;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.io.Serializable;
import java.util.Optional;

/**
 * A step's place among all that want the same content: it leads, or waits for the one that does.
 * Kept with the pipeline's state, because a restart loses the flights.
 */
final class FlightTicket implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String execution;
  private final Task task;
  private volatile String flight;
  private volatile Leader awaited;
  private volatile String waitedFor;

  /**
   * @param execution identity of the step's execution
   */
  FlightTicket(String execution, Task task) {
    this.execution = execution;
    this.task = task;
  }

  /** The build that is waited for now. */
  Optional<String> awaited() {
    return Optional.ofNullable(awaited).map(Leader::runId);
  }

  /** The build that was waited for last. */
  Optional<String> waitedFor() {
    return Optional.ofNullable(waitedFor);
  }

  /**
   * Leads the flight unless another does; then that one is waited for.
   *
   * @param wanted what is built, and where it can be seen
   * @return whether another leads
   */
  boolean isLedByAnother(String wanted, Run<?, ?> run, TaskListener listener) {
    flight = wanted;
    Optional<Leader> leader = SingleFlight.get().lead(wanted, me(run));
    leader.ifPresent(other -> await(other, run, listener));
    return leader.isPresent();
  }

  /**
   * Whether to go on waiting.
   *
   * @param save keeps the pipeline's state; called when it is somebody else now who is waited for
   */
  boolean isHeldUp(Run<?, ?> run, TaskListener listener, Runnable save) {
    if (awaited == null) {
      return false;
    }
    Optional<Leader> leader = SingleFlight.get().leader(flight);
    if (leader.isPresent() && !leader.get().equals(awaited)) {
      await(leader.get(), run, listener);
      save.run();
    }
    boolean heldUp = leader.isPresent() || isComingBack(awaited);
    if (!heldUp) {
      awaited = null;
    }
    return heldUp;
  }

  /** After a restart, by a step whose run goes on. */
  void resume(Run<?, ?> run) {
    if (flight != null && SingleFlight.get().lead(flight, me(run)).isPresent()) {
      // Somebody took over while this run was away: whoever waits, waits for that.
      flight = null;
    }
  }

  /** Lets the others go on. */
  void leave(Run<?, ?> run) {
    if (flight != null) {
      SingleFlight.get().end(flight, me(run));
    }
  }

  private void await(Leader leader, Run<?, ?> run, TaskListener listener) {
    awaited = leader;
    waitedFor = leader.runId();
    Announcement.waiting(task, run, leader, listener);
  }

  private Leader me(Run<?, ?> run) {
    return new Leader(run.getExternalizableId(), execution);
  }

  /** After a restart a leader may be back later than those who wait for it. */
  private static boolean isComingBack(Leader leader) {
    Run<?, ?> run = Run.fromExternalizableId(leader.runId());
    AiImagesAction images = run == null ? null : run.getAction(AiImagesAction.class);
    return images != null && run.isBuilding() && images.isRunning(leader.execution());
  }
}
