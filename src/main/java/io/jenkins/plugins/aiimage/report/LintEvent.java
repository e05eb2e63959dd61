package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run tells that reviews Dockerfiles. */
public sealed interface LintEvent extends Event {

  /**
   * A run that reviews Dockerfiles began.
   *
   * @param files as they were named
   * @param dryRun whether nothing will be written
   */
  record LintStarted(List<String> files, boolean dryRun, String version) implements LintEvent {
    public LintStarted {
      files = List.copyOf(files);
    }
  }

  /**
   * Something is wrong in a Dockerfile, or could be better.
   *
   * @param line 1-based
   * @param tool the program whose rule it is
   * @param rule by the name that this program gives it
   * @param message what is wrong there
   * @param why the rule is there; empty for rules of other programs
   * @param advice what to do; empty likewise
   * @param fixable whether it can be mended without a doubt
   */
  record Finding(
      String file,
      int line,
      Severity severity,
      String tool,
      String rule,
      String message,
      Optional<String> why,
      Optional<String> advice,
      boolean fixable)
      implements LintEvent {}

  /**
   * What would be mended in a file; it was not.
   *
   * @param rules that found it
   * @param diff in the unified form
   */
  record FixPlanned(String file, List<String> rules, String diff) implements LintEvent {
    public FixPlanned {
      rules = List.copyOf(rules);
    }
  }

  /** A file was mended; what is found after this is what is left. */
  record FileFixed(String file, List<String> rules) implements LintEvent {
    public FileFixed {
      rules = List.copyOf(rules);
    }
  }

  /** All files were looked at, and nothing was found that fails the run. */
  record LintSucceeded(int errors, int warnings, int infos, Duration duration)
      implements LintEvent, Event.End {}
}
