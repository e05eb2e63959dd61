package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The part of the report that tells what a run under way does now. */
final class CurrentFold {
  private Optional<Current> phase = Optional.empty();
  private final Map<String, Current> transfers = new LinkedHashMap<>();

  void apply(Event event, Instant time) {
    if (event instanceof PhaseEvent.PhaseStarted started) {
      phase = Optional.of(begun(started, time));
    } else if (event instanceof PhaseEvent.PhaseProgress progress) {
      phase = phase.map(before -> progressed(before, progress));
    } else if (event instanceof PhaseEvent.AttemptFailed attempt) {
      phase = phase.map(before -> doing(before, attempt.next()));
    } else if (event instanceof PhaseEvent.PhaseBuilt || event instanceof PhaseEvent.PhaseFailed) {
      phase = Optional.empty();
    } else if (event instanceof TransferEvent.PullStarted pull) {
      transfers.put(pull.subject(), transfer(pull.subject(), "fetching " + pull.reference(), time));
    } else if (event instanceof TransferEvent.PullDone pull) {
      transfers.remove(pull.subject());
    } else if (event instanceof TransferEvent.PushStarted push) {
      transfers.put(push.subject(), transfer(push.subject(), "pushing " + push.reference(), time));
    } else if (event instanceof TransferEvent.PushProgress push) {
      transfers.computeIfPresent(push.subject(), (name, before) -> doing(before, words(push)));
    } else if (event instanceof TransferEvent.PushDone push) {
      transfers.remove(push.subject());
    } else if (event instanceof TransferEvent.PushFailed push) {
      transfers.remove(push.subject());
    } else if (event instanceof Event.RunSucceeded
        || event instanceof Event.RunPlanned
        || event instanceof Event.RunFailed) {
      phase = Optional.empty();
      transfers.clear();
    }
  }

  /** A phase before what goes on beside it, and of several transfers the one that began last. */
  Optional<Current> current() {
    return phase.or(() -> transfers.values().stream().reduce((first, second) -> second));
  }

  private static Current begun(PhaseEvent.PhaseStarted started, Instant time) {
    return new Current(
        started.phase(),
        started.number(),
        started.total(),
        time,
        started.expected(),
        Optional.empty(),
        Duration.ZERO,
        started.stallTimeout());
  }

  private static Current progressed(Current before, PhaseEvent.PhaseProgress progress) {
    return new Current(
        before.subject(),
        before.number(),
        before.total(),
        before.since(),
        before.expected(),
        progress.work().or(progress::fetching),
        progress.silence(),
        progress.silenceLimit());
  }

  private static Current transfer(String subject, String doing, Instant time) {
    return new Current(
        subject, 0, 0, time, Optional.empty(), Optional.of(doing), Duration.ZERO, Duration.ZERO);
  }

  private static Current doing(Current before, String doing) {
    return new Current(
        before.subject(),
        before.number(),
        before.total(),
        before.since(),
        before.expected(),
        Optional.of(doing),
        Duration.ZERO,
        before.silenceLimit());
  }

  private static String words(TransferEvent.PushProgress push) {
    String layers = push.layersDone() + " of " + push.layers() + " layers";
    return push.total() == 0
        ? "pushing, " + layers
        : "pushing "
            + Sizes.words(push.sent())
            + " of "
            + Sizes.words(push.total())
            + ", "
            + layers;
  }
}
