package io.jenkins.plugins.aiimage.report.history;

import com.google.gson.stream.JsonReader;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one line; members that it does not know are passed over. */
final class HistoryLine {
  private static final int LONGEST = 1 << 18;

  private int version;
  private String run = "";
  private Instant when = Instant.EPOCH;
  private String label = "";
  private String image = "";
  private String key = "";
  private Optional<String> digest = Optional.empty();
  private Optional<RunResult> result = Optional.empty();
  private Duration duration = Duration.ZERO;
  private Optional<Duration> saved = Optional.empty();
  private final List<PhaseTime> phases = new ArrayList<>();
  private Optional<Long> bytes = Optional.empty();
  private final List<FailedAttempts> failed = new ArrayList<>();
  private Duration waited = Duration.ZERO;

  private HistoryLine() {}

  static Optional<HistoryEntry> read(String line) {
    if (line.isBlank() || line.length() > LONGEST) {
      return Optional.empty();
    }
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      HistoryLine read = new HistoryLine();
      json.beginObject();
      while (json.hasNext()) {
        read.member(json.nextName(), json);
      }
      json.endObject();
      return read.entry();
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      // What JsonReader and the values say of a line that is no entry.
      return Optional.empty();
    }
  }

  private void member(String name, JsonReader json) throws IOException {
    switch (name) {
      case "v" -> version = json.nextInt();
      case "run" -> run = json.nextString();
      case "when" -> when = Instant.parse(json.nextString());
      case "label" -> label = json.nextString();
      case "image" -> image = json.nextString();
      case "key" -> key = json.nextString();
      case "digest" -> digest = Optional.of(json.nextString());
      case "result" -> result = Optional.of(RunResult.valueOf(json.nextString()));
      case "ms" -> duration = Duration.ofMillis(json.nextLong());
      case "savedMs" -> saved = Optional.of(Duration.ofMillis(json.nextLong()));
      case "bytes" -> bytes = Optional.of(json.nextLong());
      case "waitedMs" -> waited = Duration.ofMillis(json.nextLong());
      case "phases" -> phases(json);
      case "failed" -> failed(json);
      default -> json.skipValue();
    }
  }

  private void phases(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      String name = json.nextString();
      PhaseResult phaseResult = PhaseResult.valueOf(json.nextString());
      phases.add(new PhaseTime(name, phaseResult, Duration.ofMillis(json.nextLong())));
      end(json);
    }
    json.endArray();
  }

  private void failed(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      Cause cause = Cause.valueOf(json.nextString());
      Optional<String> index = Optional.of(json.nextString()).filter(host -> !host.isEmpty());
      failed.add(new FailedAttempts(cause, index, json.nextInt()));
      end(json);
    }
    json.endArray();
  }

  private static void end(JsonReader json) throws IOException {
    while (json.hasNext()) {
      json.skipValue();
    }
    json.endArray();
  }

  private Optional<HistoryEntry> entry() {
    if (version != HistoryLines.VERSION || result.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HistoryEntry(
            run,
            when,
            label,
            image,
            key,
            digest,
            result.get(),
            duration,
            saved,
            phases,
            bytes,
            failed,
            waited));
  }
}
