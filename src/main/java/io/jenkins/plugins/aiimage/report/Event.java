package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened while a use case ran. The console log, the JSON report, the HTML page and
 * every later view are folds over these and over nothing else.
 *
 * <p>Events carry plain values only, so that they survive being written to a file and read back.
 */
public sealed interface Event
    permits PrepareEvent,
        PhaseEvent,
        TransferEvent,
        CleanEvent,
        DatabaseEvent,
        LintEvent,
        SmokeEvent,
        DiagnoseEvent,
        ServiceEvent,
        Event.RunStarted,
        Event.WaitingForRun,
        Event.WaitedForRun,
        Event.Warned,
        Event.End {

  /**
   * A run began.
   *
   * @param useCase the command: {@code prepare}, {@code push} or {@code promote}
   * @param repository where the image lives, with its registry if there is one
   * @param tags the tags to point at the result
   * @param label what people call the image
   * @param cache where images are looked for, as a person reads it
   * @param version of this program
   */
  record RunStarted(
      String useCase,
      String repository,
      List<String> tags,
      String label,
      String cache,
      String version)
      implements Event {
    public RunStarted {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Another run on this machine does the same, and is waited for; told at once, when it is another
   * one's turn, and every ten seconds.
   *
   * @param who that run, as a person reads it
   * @param work what it does, as in: builds the same image
   * @param since when it began
   * @param elapsed since this run began to wait
   */
  record WaitingForRun(String who, String work, Instant since, Duration elapsed) implements Event {}

  /** The wait is over, whatever ended it. */
  record WaitedForRun(String who, Duration duration) implements Event {}

  /** Something did not work that the run can do without. */
  record Warned(String message) implements Event {}

  /**
   * The run succeeded.
   *
   * @param digest of the manifest, or the image's id where there is no registry
   * @param reference what to run or pull: exactly this image, whatever its tags do later
   * @param saved what the cached phases took when they were built, as far as this machine knows
   */
  record RunSucceeded(
      CacheResult cache,
      String digest,
      String reference,
      boolean published,
      Duration duration,
      Optional<Duration> saved)
      implements End {}

  /**
   * The run only looked, as asked.
   *
   * @param cache what a run would be
   */
  record RunPlanned(CacheResult cache, Duration duration) implements End {}

  /** The run failed. */
  record RunFailed(Problem problem, String message, Duration duration) implements End {}

  /** The last word of a run. */
  sealed interface End extends Event
      permits RunSucceeded,
          RunPlanned,
          CleanEvent.CleanSucceeded,
          DatabaseEvent.DatabasesSucceeded,
          LintEvent.LintSucceeded,
          SmokeEvent.SmokeSucceeded,
          DiagnoseEvent.DiagnoseSucceeded,
          ServiceEvent.ServicesSucceeded,
          RunFailed {

    /** Of the whole run. */
    Duration duration();
  }
}
