package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How patient pip is to be; empty where it decides itself. pip reads its settings from variables
 * and takes no notice of those that it does not know, but ends at once over a value that it does
 * not know (tried with 18.1, 22.0, 23.0, 23.2 and 24.2).
 *
 * @param timeout for an answer of the index, whole seconds
 * @param retries of a connection
 * @param resume how often a broken download may go on; pip knows it since 25.1
 * @param progress what is shown of downloads: {@code on}, {@code off} or {@code raw}
 */
public record PipSettings(
    Optional<Duration> timeout,
    Optional<Integer> retries,
    Optional<Integer> resume,
    Optional<String> progress) {
  /** Leaves all to pip. */
  static final PipSettings NONE =
      new PipSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String PARAMETER = "pip";
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final String RAW = "raw";
  private static final List<String> PROGRESS = List.of(RAW, "on", "off");

  /** The first pip that takes {@code raw} for a value: 24.1, by its change log. */
  static final ReleaseNumber KNOWS_RAW = new ReleaseNumber(24, 1);

  /** Reads them strictly: what they say is written into Dockerfiles. */
  static PipSettings read(Values values) throws UseCaseException {
    PipSettings read = NONE;
    for (Map.Entry<String, String> one : values.pairs(PARAMETER, WORD, "NAME=VALUE").entrySet()) {
      read = read.with(values, one.getKey(), one.getValue());
    }
    return read;
  }

  private PipSettings with(Values values, String name, String value) throws UseCaseException {
    return switch (name) {
      case "timeout" ->
          new PipSettings(
              Optional.of(values.duration(PARAMETER, value)), retries, resume, progress);
      case "retries" ->
          new PipSettings(timeout, Optional.of(values.count(PARAMETER, value)), resume, progress);
      case "resume" ->
          new PipSettings(timeout, retries, Optional.of(values.count(PARAMETER, value)), progress);
      case "progress" -> {
        if (!PROGRESS.contains(value)) {
          throw values.wrong(
              PARAMETER,
              "\"" + value + "\" is no progress: choose one of " + String.join(", ", PROGRESS));
        }
        yield new PipSettings(timeout, retries, resume, Optional.of(value));
      }
      default ->
          throw values.wrong(
              PARAMETER,
              "\"" + name + "\" is no setting: there are timeout, retries, resume and progress");
    };
  }

  boolean asksForRaw() {
    return progress.equals(Optional.of(RAW));
  }

  /** The same without a value that old versions of pip do not know. */
  PipSettings withoutProgress() {
    return new PipSettings(timeout, retries, resume, Optional.empty());
  }

  /** The variables that say so to pip. Their values are digits or single words. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    timeout.ifPresent(
        time -> variables.put("PIP_DEFAULT_TIMEOUT", String.valueOf(time.toSeconds())));
    retries.ifPresent(number -> variables.put("PIP_RETRIES", number.toString()));
    resume.ifPresent(number -> variables.put("PIP_RESUME_RETRIES", number.toString()));
    progress.ifPresent(word -> variables.put("PIP_PROGRESS_BAR", word));
    return variables;
  }
}
