package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the report that tells of phases. */
final class PhasesFold {
  private List<PrepareEvent.PlannedPhase> planned = List.of();
  private final Map<String, PhaseReport> phases = new LinkedHashMap<>();

  /**
   * Takes note of an event.
   *
   * @param elapsed since the run began
   */
  void apply(Event event, Duration elapsed) {
    if (event instanceof PrepareEvent.RecipeRead read) {
      planned = read.phases();
      planned.forEach(phase -> put(phase.name(), phase.key(), PhaseResult.NOT_REACHED));
    } else if (event instanceof PrepareEvent.ImageFound) {
      planned.forEach(phase -> put(phase.name(), phase.key(), PhaseResult.HIT));
    } else if (event instanceof PrepareEvent.ImageMissing missing) {
      missing.cached().forEach(name -> put(name, keyOf(name), PhaseResult.HIT));
      missing.notNeeded().forEach(name -> put(name, keyOf(name), PhaseResult.SKIPPED));
      missing.toBuild().forEach(name -> put(name, keyOf(name), PhaseResult.NOT_REACHED));
    } else if (event instanceof PhaseEvent.PhaseStarted phase) {
      begin(phase.phase(), elapsed);
    } else if (event instanceof PhaseEvent.AttemptFailed attempt) {
      add(attempt, elapsed);
    } else if (event instanceof PhaseEvent.PhaseBuilt built) {
      end(built.phase(), PhaseResult.BUILT, built.attempts(), built.duration(), built.fallback());
    } else if (event instanceof PhaseEvent.PhaseMeasured measured) {
      measured(measured);
    } else if (event instanceof PhaseEvent.PhaseFailed failed) {
      end(
          failed.phase(),
          PhaseResult.FAILED,
          failed.attempts(),
          failed.duration(),
          Optional.empty());
    }
  }

  List<PhaseReport> phases() {
    return List.copyOf(phases.values());
  }

  private String keyOf(String phase) {
    PhaseReport known = phases.get(phase);
    return known == null ? "" : known.key();
  }

  private void put(String name, String key, PhaseResult result) {
    phases.put(name, PhaseReport.of(name, key, result));
  }

  private void begin(String name, Duration elapsed) {
    phases.put(
        name,
        new PhaseReport(
            name,
            keyOf(name),
            PhaseResult.NOT_REACHED,
            elapsed,
            Duration.ZERO,
            0,
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            Optional.empty()));
  }

  private void add(PhaseEvent.AttemptFailed event, Duration elapsed) {
    Duration began = elapsed.minus(event.duration());
    phases.computeIfPresent(
        event.phase(),
        (name, before) -> {
          List<AttemptReport> failures = new ArrayList<>(before.failures());
          failures.add(
              new AttemptReport(
                  event.attempt(),
                  event.cause(),
                  began.isNegative() ? Duration.ZERO : began,
                  event.duration(),
                  event.exitCode(),
                  event.message(),
                  event.sign(),
                  event.hint(),
                  event.subject(),
                  event.instruction(),
                  event.lastLines(),
                  event.hangingAt()));
          return new PhaseReport(
              name,
              before.key(),
              before.cache(),
              before.start(),
              before.duration(),
              event.attempt(),
              before.fallback(),
              failures,
              before.installed(),
              before.installedCount(),
              before.bytes());
        });
  }

  private void end(
      String phase,
      PhaseResult result,
      int attempts,
      Duration duration,
      Optional<String> fallback) {
    phases.computeIfPresent(
        phase,
        (name, before) ->
            new PhaseReport(
                name,
                before.key(),
                result,
                before.start(),
                duration,
                attempts,
                fallback,
                before.failures(),
                before.installed(),
                before.installedCount(),
                before.bytes()));
  }

  private void measured(PhaseEvent.PhaseMeasured measured) {
    phases.computeIfPresent(
        measured.phase(),
        (name, before) ->
            new PhaseReport(
                name,
                before.key(),
                before.cache(),
                before.start(),
                before.duration(),
                before.attempts(),
                before.fallback(),
                before.failures(),
                measured.installed(),
                measured.installedCount(),
                measured.bytes()));
  }
}
