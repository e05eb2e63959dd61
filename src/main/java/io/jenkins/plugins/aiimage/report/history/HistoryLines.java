package io.jenkins.plugins.aiimage.report.history;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries as JSON lines, described in {@code docs/report.md}: about 400 bytes each, so that an
 * index of thousands is read at once.
 */
public final class HistoryLines {
  /** Grows when a reader of the older version would misunderstand a line. */
  static final int VERSION = 1;

  private HistoryLines() {}

  /** One line, without its end. */
  public static String write(HistoryEntry entry) {
    return write(entry, Map.of());
  }

  /**
   * One line, without its end.
   *
   * @param more members of other names, which say whose run it was; who reads entries passes over
   *     them
   */
  public static String write(HistoryEntry entry, Map<String, String> more) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      for (Map.Entry<String, String> member : more.entrySet()) {
        json.name(member.getKey()).value(member.getValue());
      }
      json.name("v").value(VERSION);
      json.name("run").value(entry.run());
      json.name("when").value(entry.when().toString());
      json.name("label").value(entry.label());
      json.name("image").value(entry.image());
      json.name("key").value(entry.key());
      if (entry.digest().isPresent()) {
        json.name("digest").value(entry.digest().get());
      }
      json.name("result").value(entry.result().name());
      json.name("ms").value(entry.duration().toMillis());
      if (entry.saved().isPresent()) {
        json.name("savedMs").value(entry.saved().get().toMillis());
      }
      if (entry.bytes().isPresent()) {
        json.name("bytes").value(entry.bytes().get());
      }
      if (!entry.waited().equals(Duration.ZERO)) {
        json.name("waitedMs").value(entry.waited().toMillis());
      }
      json.name("phases").beginArray();
      for (PhaseTime phase : entry.phases()) {
        json.beginArray().value(phase.name()).value(phase.result().name());
        json.value(phase.duration().toMillis()).endArray();
      }
      json.endArray();
      json.name("failed").beginArray();
      for (FailedAttempts failed : entry.failed()) {
        json.beginArray().value(failed.cause().name()).value(failed.index().orElse(""));
        json.value(failed.count()).endArray();
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Reads lines back in their order. A line that is cut, of a later version or no entry at all is
   * left out: one crash while a line was written must not cost the others.
   */
  public static List<HistoryEntry> read(Iterable<String> lines) {
    List<HistoryEntry> entries = new ArrayList<>();
    for (String line : lines) {
      Optional<HistoryEntry> entry = HistoryLine.read(line);
      entry.ifPresent(entries::add);
    }
    return entries;
  }
}
