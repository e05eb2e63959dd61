package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
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
    if (event instanceof Event.BuildOutput output) {
      return new Event.BuildOutput(name(output.phase()), output.line());
    } else if (event instanceof Event.PhaseProgress progress) {
      return new Event.PhaseProgress(
          name(progress.phase()),
          progress.elapsed(),
          progress.silence(),
          progress.silenceLimit(),
          progress.work(),
          progress.line(),
          progress.fetching());
    } else if (event instanceof Event.ImageFound) {
      // Of the whole image, which is still missing, these phases are there.
      return new Event.ImageMissing(phases(), List.of(), List.of());
    } else if (event instanceof Event.ImageMissing missing) {
      return new Event.ImageMissing(
          names(missing.cached()), names(missing.toBuild()), names(missing.notNeeded()));
    } else if (event instanceof Event.PhaseStarted phase) {
      return new Event.PhaseStarted(
          name(phase.phase()),
          phase.number(),
          phase.total(),
          phase.timeout(),
          phase.stallTimeout(),
          phase.retries(),
          phase.expected());
    } else if (event instanceof Event.AttemptFailed attempt) {
      return named(attempt);
    } else if (event instanceof Event.PhaseBuilt built) {
      return new Event.PhaseBuilt(
          name(built.phase()),
          built.attempts(),
          built.duration(),
          built.imageId(),
          built.fallback());
    } else if (event instanceof Event.PhaseMeasured measured) {
      return new Event.PhaseMeasured(
          name(measured.phase()),
          measured.installed(),
          measured.installedCount(),
          measured.bytes());
    } else if (event instanceof Event.PhaseFailed failed) {
      return new Event.PhaseFailed(name(failed.phase()), failed.attempts(), failed.duration());
    }
    return aroundPhases(event);
  }

  private Event aroundPhases(Event event) {
    if (event instanceof Event.PullStarted pull) {
      return new Event.PullStarted(name(pull.subject()), pull.reference());
    } else if (event instanceof Event.PullDone pull) {
      return new Event.PullDone(name(pull.subject()), pull.reference(), pull.duration());
    } else if (event instanceof Event.PushStarted push) {
      return new Event.PushStarted(name(push.subject()), push.reference());
    } else if (event instanceof Event.PushDone push) {
      return new Event.PushDone(
          name(push.subject()),
          push.reference(),
          push.duration(),
          push.digest(),
          push.sentBytes(),
          push.layersSent(),
          push.layersThere());
    } else if (event instanceof Event.PushProgress push) {
      return new Event.PushProgress(
          name(push.subject()),
          push.reference(),
          push.sent(),
          push.total(),
          push.layersDone(),
          push.layers());
    } else if (event instanceof Event.FoundElsewhere found) {
      return new Event.FoundElsewhere(found.cache(), names(found.subjects()));
    } else if (event instanceof Event.PushFailed push) {
      return new Event.PushFailed(
          name(push.subject()), push.reference(), push.duration(), push.message());
    } else if (event instanceof Event.GatePassed gate) {
      return new Event.GatePassed(name(gate.gate()), gate.duration());
    } else if (event instanceof Event.Warned warned) {
      return new Event.Warned(platform + ": " + warned.message());
    }
    return event;
  }

  private Event named(Event.AttemptFailed attempt) {
    return new Event.AttemptFailed(
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
