package io.jenkins.plugins.aiimage.jenkins.history;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step that prepared an image, as a line of an index.
 *
 * @param step identity of the step's execution: told twice, it is one run
 * @param entry its run is the number of the build
 */
public record IndexedRun(String step, HistoryEntry entry) {
  /** The first member, so that a line says whose it is before it is parsed. */
  private static final Pattern STEP = Pattern.compile("\\{\"step\":\"([\\w.:-]{1,80})\",");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

  /** The line, without its end. */
  public String line() {
    return HistoryLines.write(entry, Map.of("step", step));
  }

  /** Empty if the line is none: it was cut, or is of a later version. */
  static Optional<IndexedRun> read(String line) {
    Matcher step = STEP.matcher(line);
    if (!step.lookingAt()) {
      return Optional.empty();
    }
    List<HistoryEntry> entries = HistoryLines.read(List.of(line));
    return entries.stream()
        .filter(entry -> NUMBER.matcher(entry.run()).matches())
        .map(entry -> new IndexedRun(step.group(1), entry))
        .findFirst();
  }

  long build() {
    return Long.parseLong(entry.run());
  }
}
