package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a run to its end, whatever ends it. */
public record Telling(EventLog events, Clock clock, Abort abort) {

  /** What is done from the first event on. */
  @FunctionalInterface
  public interface Story {
    /**
     * Does it, and tells of its success.
     *
     * @param began when the run did
     */
    void tell(Instant began) throws UseCaseException, EngineException, RegistryException;
  }

  /** Lets the story be told; if it fails, tells that. */
  public Optional<Problem> tell(Story story) {
    Instant began = clock.instant();
    Problem problem;
    String message;
    try {
      story.tell(began);
      return Optional.empty();
    } catch (UseCaseException e) {
      problem = e.problem();
      message = e.getMessage();
    } catch (EngineException e) {
      problem = e.problem();
      message = e.getMessage();
    } catch (RegistryException e) {
      problem = RegistryProblems.of(e);
      message = e.getMessage();
    } catch (RuntimeException e) {
      fail(began, Problem.INTERNAL, "There is a fault in ai-image itself: " + e);
      throw e;
    }
    if (abort.requested()) {
      problem = Problem.ABORTED;
      message = "The run was aborted.";
    }
    fail(began, problem, message);
    return Optional.of(problem);
  }

  private void fail(Instant began, Problem problem, String message) {
    events.publish(new Event.RunFailed(problem, message, Duration.between(began, clock.instant())));
  }
}
