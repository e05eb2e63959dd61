package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.CleanEvent;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventListener;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Printable;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log that a person follows. */
public final class ConsoleLog implements EventListener {
  /** In a log file, a phase or push says this often what it is doing. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final Screen screen;
  private final boolean verbose;
  private final ReportFold fold = new ReportFold();
  private final Pushes pushes = new Pushes(BETWEEN_LINES);
  private final FindingLines findings = new FindingLines();
  private final List<PrepareEvent.FoundElsewhere> elsewhere = new ArrayList<>();
  private Optional<String> waitedFor = Optional.empty();
  private String position = "";
  private Optional<Duration> expected = Optional.empty();
  private String working = "";
  private List<String> lastLines = List.of();
  private Duration nextLine = BETWEEN_LINES;

  /**
   * A log on a screen.
   *
   * @param verbose whether every line of the builder is shown
   */
  public ConsoleLog(Screen screen, boolean verbose) {
    this.screen = screen;
    this.verbose = verbose;
  }

  @Override
  public void on(Entry entry) {
    fold.on(entry);
    Event event = entry.event();
    if (event instanceof PrepareEvent.PresetTaken taken) {
      say(
          (taken.reason().isEmpty() ? "  preset " : "  " + taken.reason() + ": taking the preset ")
              + taken.preset());
    } else if (event instanceof PrepareEvent.RecipeRead recipe) {
      recipe(recipe);
    } else if (event instanceof PrepareEvent.RecipeChanged changed) {
      say("  since the last run on this machine: " + Differences.line(changed.changes()));
    } else if (event instanceof PrepareEvent.ImageMissing missing) {
      missing(missing);
    } else if (event instanceof PrepareEvent.FoundElsewhere found) {
      elsewhere.add(found);
      say("  from " + found.cache() + ": " + String.join(", ", found.subjects()));
    } else if (event instanceof Event.WaitingForRun wait) {
      waiting(wait);
    } else if (event instanceof Event.WaitedForRun wait) {
      say("  waited " + Durations.words(wait.duration()) + " for " + wait.who());
    } else if (event instanceof PrepareEvent.BuilderChosen chosen) {
      say("  builder: " + chosen.builder() + ", " + chosen.version());
    } else if (event instanceof PhaseEvent.PhaseStarted phase) {
      started(phase);
    } else if (event instanceof PhaseEvent.BuildOutput output) {
      if (verbose) {
        say("  " + output.phase() + " | " + output.line());
      }
    } else if (event instanceof PhaseEvent.PhaseProgress progress) {
      progress(progress);
    } else if (event instanceof TransferEvent.PushProgress progress) {
      progress(progress, entry.time());
    } else if (event instanceof PhaseEvent.AttemptFailed attempt) {
      failed(attempt);
    } else if (event instanceof PhaseEvent.PhaseBuilt built) {
      built(built);
    } else if (event instanceof PhaseEvent.PhaseMeasured measured) {
      measured(measured).ifPresent(this::say);
    } else if (event instanceof PhaseEvent.PhaseFailed) {
      lastLines.forEach(line -> say("    " + line));
    } else if (event instanceof TransferEvent.PullStarted pull) {
      say("  fetching " + pull.subject() + " …");
    } else if (event instanceof TransferEvent.PullDone pull) {
      say("  fetched " + pull.subject() + " in " + Durations.words(pull.duration()));
    } else if (event instanceof TransferEvent.PushPlanned plan) {
      say("  " + plan.subject() + " → " + plan.reference() + ": " + plan.way());
      plan.tags().forEach(tag -> say("    would set the tag " + tag));
    } else if (event instanceof TransferEvent.PushStarted push) {
      pushes.began(entry.time());
      say("  pushing " + push.subject() + " …");
    } else if (event instanceof TransferEvent.PushDone push) {
      pushes.ended();
      say("  " + Pushes.done(push));
    } else if (event instanceof TransferEvent.PushFailed push) {
      pushes.ended();
      say("⚠ " + push.subject() + " was not pushed: " + push.message());
    } else if (event instanceof PrepareEvent.GatePassed gate) {
      say("✓ " + gate.gate());
    } else if (event instanceof TransferEvent.Tagged tagged) {
      say("  " + (tagged.moved() ? "tagged " : "tag is right: ") + tagged.reference());
    } else if (event instanceof Event.Warned warned) {
      say("⚠ " + warned.message());
    } else if (event instanceof Event.RunSucceeded succeeded) {
      succeeded(succeeded);
    } else if (event instanceof Event.RunPlanned plan) {
      planned(plan);
    } else if (event instanceof CleanEvent.CleanSucceeded) {
      Cleanings.lines(fold.report()).forEach(this::say);
    } else if (event instanceof Event.RunFailed failure) {
      ended();
      Cleanings.lines(fold.report()).forEach(this::say);
      ServiceLines.table(fold.report()).forEach(this::say);
      say("❌ " + failure.message());
    } else {
      Databases.line(event).ifPresent(this::say);
      findings.of(event).forEach(this::say);
      SmokeLines.of(event).forEach(this::say);
      DiagnosisLines.of(event).forEach(this::say);
      ServiceLines.of(event, fold.report()).forEach(this::say);
    }
  }

  private void recipe(PrepareEvent.RecipeRead recipe) {
    RunReport report = fold.report();
    say(report.label() + " image " + report.subject() + " for " + recipe.platform());
    say(
        "  content key "
            + recipe.key()
            + " over "
            + counted(recipe.phases().size(), "phase")
            + " and "
            + counted(recipe.files(), "file")
            + " ("
            + Sizes.words(recipe.bytes())
            + ")");
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void missing(PrepareEvent.ImageMissing missing) {
    if (!missing.cached().isEmpty()) {
      say("  in the cache: " + String.join(", ", missing.cached()));
    }
    if (!missing.toBuild().isEmpty()) {
      say("  to build: " + String.join(", ", missing.toBuild()));
    }
  }

  private void waiting(Event.WaitingForRun wait) {
    String text = "  waiting for " + wait.who() + ", which " + wait.work();
    String sofar = text + ", " + Durations.words(wait.elapsed());
    if (!waitedFor.equals(Optional.of(wait.who()))) {
      waitedFor = Optional.of(wait.who());
      nextLine = wait.elapsed().plus(BETWEEN_LINES);
      say(text);
    } else if (screen.isLive()) {
      screen.status(Printable.of(sofar));
    } else if (wait.elapsed().compareTo(nextLine) >= 0) {
      nextLine = wait.elapsed().plus(BETWEEN_LINES);
      say(sofar);
    }
  }

  private void started(PhaseEvent.PhaseStarted phase) {
    position = "[" + phase.number() + "/" + phase.total() + "] ";
    expected = phase.expected();
    nextLine = BETWEEN_LINES;
    say(
        "▶ "
            + position
            + phase.phase()
            + ": started (time-out "
            + Durations.words(phase.timeout())
            + ", stall limit "
            + Durations.words(phase.stallTimeout())
            + ", retries "
            + phase.retries()
            + expected.map(usual -> "; usually " + Durations.words(usual)).orElse("")
            + ")");
  }

  private void progress(PhaseEvent.PhaseProgress progress) {
    StringBuilder text = new StringBuilder();
    text.append(position).append(progress.phase()).append(": ");
    text.append(Durations.words(progress.elapsed()));
    expected.ifPresent(usual -> text.append(" of about ").append(Durations.words(usual)));
    if (progress.silence().toSeconds() >= 10) {
      text.append(", no output for ").append(Durations.words(progress.silence()));
      text.append(
          progress
              .work()
              .map(work -> ": " + work)
              .orElseGet(() -> "; stall limit " + Durations.words(progress.silenceLimit())));
    }
    String doing = progress.fetching().orElse(progress.line());
    if (!doing.isEmpty()) {
      text.append(", ").append(Printable.shortened(doing, 100));
    }
    if (screen.isLive()) {
      working = text.toString();
      screen.status("  " + pushes.beside(working));
    } else if (!verbose && progress.elapsed().compareTo(nextLine) >= 0) {
      nextLine = progress.elapsed().plus(BETWEEN_LINES);
      say("  " + text);
    }
  }

  private void progress(TransferEvent.PushProgress progress, Instant now) {
    String words = pushes.progressed(progress);
    if (screen.isLive()) {
      screen.status("  " + pushes.beside(working));
    } else if (pushes.isDue(now)) {
      say("  " + words);
    }
  }

  private void built(PhaseEvent.PhaseBuilt built) {
    working = "";
    say("✓ " + position + built.phase() + ": built in " + Durations.words(built.duration()));
    built.fallback().ifPresent(used -> say("  built with the fallback " + used));
  }

  /** What is known of a phase's content; nothing if nothing is. */
  private static Optional<String> measured(PhaseEvent.PhaseMeasured measured) {
    List<String> known = new ArrayList<>();
    measured.bytes().ifPresent(bytes -> known.add("layers of " + Sizes.words(bytes)));
    if (measured.installedCount() > 0) {
      known.add(counted(measured.installedCount(), "package") + " installed");
    }
    return known.isEmpty() ? Optional.empty() : Optional.of("  " + String.join(", ", known));
  }

  private void failed(PhaseEvent.AttemptFailed attempt) {
    working = "";
    nextLine = BETWEEN_LINES;
    lastLines = attempt.lastLines();
    say(
        "✗ "
            + position
            + attempt.phase()
            + ": attempt "
            + attempt.attempt()
            + ": "
            + attempt.cause().words()
            + " after "
            + Durations.words(attempt.duration())
            + (attempt.message().isEmpty() ? "" : ": " + attempt.message()));
    attempt.subject().ifPresent(subject -> say("  about: " + subject));
    attempt.instruction().ifPresent(at -> say("  at: " + Printable.shortened(at, 200)));
    attempt.hint().ifPresent(hint -> say("  hint: " + hint));
    attempt.hangingAt().stream()
        .filter(line -> !line.startsWith("goroutine "))
        .forEach(line -> say("  hung: " + line));
    say("  " + attempt.next());
  }

  private void succeeded(Event.RunSucceeded success) {
    RunReport report = fold.report();
    ended();
    say("✅ " + Endings.outcome(report, success));
    say("  " + success.reference());
  }

  private void planned(Event.RunPlanned plan) {
    Endings.planned(fold.report(), plan.cache(), elsewhere).forEach(this::say);
  }

  private void ended() {
    Endings.phases(fold.report()).forEach(this::say);
  }

  /** Names, labels and messages come from a build: none may speak to the terminal. */
  private void say(String text) {
    screen.line(Printable.of(text));
  }
}
