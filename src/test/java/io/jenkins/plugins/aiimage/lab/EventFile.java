package io.jenkins.plugins.aiimage.lab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of a run as they were written. */
record EventFile(List<JsonObject> events) {
  EventFile {
    events = List.copyOf(events);
  }

  /** What is there so far, up to the last whole line. */
  static EventFile read(Path file) throws IOException {
    List<JsonObject> events = new ArrayList<>();
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        events.add(JsonParser.parseString(line).getAsJsonObject());
      }
    }
    return new EventFile(events);
  }

  boolean has(String name) {
    return number(name) > 0;
  }

  long number(String name) {
    return events.stream().filter(event -> is(event, name)).count();
  }

  /** When the silences were over for which attempts were killed: one of each, in order. */
  List<Instant> stallLimits() {
    List<Instant> limits = new ArrayList<>();
    Duration allowed = Duration.ZERO;
    Optional<Instant> heard = Optional.empty();
    for (JsonObject event : events) {
      if (is(event, "PhaseStarted")) {
        allowed = Duration.ofMillis(event.get("stallTimeoutMs").getAsLong());
      } else if (is(event, "PhaseProgress")) {
        Instant time = Instant.parse(event.get("time").getAsString());
        heard = Optional.of(time.minusMillis(event.get("silenceMs").getAsLong()));
      } else if (is(event, "AttemptFailed")) {
        if (event.get("cause").getAsString().equals("STALLED") && heard.isPresent()) {
          limits.add(heard.get().plus(allowed));
        }
        heard = Optional.empty();
      }
    }
    return limits;
  }

  private static boolean is(JsonObject event, String name) {
    return event.get("event").getAsString().equals(name);
  }
}
