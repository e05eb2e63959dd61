package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Clock;
import java.util.List;

/** Tells what happens for one platform as a part of the story of several. */
record PlatformEvents(String platform, ReadRecipe recipe, EventLog whole) {

  /** A log for that platform's part of the run. */
  EventLog log(Clock clock) {
    return new EventLog(clock, List.of(entry -> whole.publish(named(entry.event()))));
  }

  /** What people call one of its phases. */
  String name(String phase) {
    return phase + " (" + platform + ")";
  }

  List<String> phases() {
    return recipe.phases().stream().map(phase -> name(phase.name())).toList();
  }

  private Event named(Event event) {
    if (event instanceof PhaseEvent.BuildOutput output) {
      return new PhaseEvent.BuildOutput(name(output.phase()), output.line());
    } else if (event instanceof PhaseEvent.PhaseProgress progress) {
      return new PhaseEvent.PhaseProgress(
          name(progress.phase()),
          progress.elapsed(),
          progress.silence(),
          progress.silenceLimit(),
          progress.work(),
          progress.line(),
          progress.fetching());
    } else if (event instanceof PrepareEvent.ImageFound) {
      // Of the whole image, which is still missing, these phases are there.
      return new PrepareEvent.ImageMissing(phases(), List.of(), List.of());
    } else if (event instanceof PrepareEvent.ImageMissing missing) {
      return new PrepareEvent.ImageMissing(
          names(missing.cached()), names(missing.toBuild()), names(missing.notNeeded()));
    } else if (event instanceof PhaseEvent.PhaseStarted phase) {
      return new PhaseEvent.PhaseStarted(
          name(phase.phase()),
          phase.number(),
          phase.total(),
          phase.timeout(),
          phase.stallTimeout(),
          phase.retries(),
          phase.expected());
    } else if (event instanceof PhaseEvent.AttemptFailed attempt) {
      return named(attempt);
    } else if (event instanceof PhaseEvent.PhaseBuilt built) {
      return new PhaseEvent.PhaseBuilt(
          name(built.phase()),
          built.attempts(),
          built.duration(),
          built.imageId(),
          built.fallback());
    } else if (event instanceof PhaseEvent.PhaseMeasured measured) {
      return new PhaseEvent.PhaseMeasured(
          name(measured.phase()),
          measured.installed(),
          measured.installedCount(),
          measured.bytes());
    } else if (event instanceof PhaseEvent.PhaseFailed failed) {
      return new PhaseEvent.PhaseFailed(name(failed.phase()), failed.attempts(), failed.duration());
    }
    return aroundPhases(event);
  }

  private Event aroundPhases(Event event) {
    if (event instanceof TransferEvent.PullStarted pull) {
      return new TransferEvent.PullStarted(name(pull.subject()), pull.reference());
    } else if (event instanceof TransferEvent.PullDone pull) {
      return new TransferEvent.PullDone(name(pull.subject()), pull.reference(), pull.duration());
    } else if (event instanceof TransferEvent.PushStarted push) {
      return new TransferEvent.PushStarted(name(push.subject()), push.reference());
    } else if (event instanceof TransferEvent.PushDone push) {
      return new TransferEvent.PushDone(
          name(push.subject()),
          push.reference(),
          push.duration(),
          push.digest(),
          push.sentBytes(),
          push.layersSent(),
          push.layersThere());
    } else if (event instanceof TransferEvent.PushProgress push) {
      return new TransferEvent.PushProgress(
          name(push.subject()),
          push.reference(),
          push.sent(),
          push.total(),
          push.layersDone(),
          push.layers());
    } else if (event instanceof PrepareEvent.FoundElsewhere found) {
      return new PrepareEvent.FoundElsewhere(found.cache(), names(found.subjects()));
    } else if (event instanceof TransferEvent.PushFailed push) {
      return new TransferEvent.PushFailed(
          name(push.subject()), push.reference(), push.duration(), push.message());
    } else if (event instanceof PrepareEvent.GatePassed gate) {
      return new PrepareEvent.GatePassed(name(gate.gate()), gate.duration());
    } else if (event instanceof Event.Warned warned) {
      return new Event.Warned(platform + ": " + warned.message());
    }
    return event;
  }

  private Event named(PhaseEvent.AttemptFailed attempt) {
    return new PhaseEvent.AttemptFailed(
        name(attempt.phase()),
        attempt.attempt(),
        attempt.cause(),
        attempt.exitCode(),
        attempt.duration(),
        attempt.message(),
        attempt.sign(),
        attempt.hint(),
        attempt.subject(),
        attempt.instruction(),
        attempt.lastLines(),
        attempt.hangingAt(),
        attempt.next());
  }

  private List<String> names(List<String> phases) {
    return phases.stream().map(this::name).toList();
  }
}
