package io.jenkins.plugins.aiimage.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON report as a stranger reads it: by the names of its members, which may be missing. */
record Report(JsonObject root) {
  static Report read(Path file) throws IOException {
    return new Report(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
  }

  /** {@code HIT}, {@code RESUMED} or {@code BUILT}; empty if the run failed. */
  Optional<String> cache() {
    return text(root, "cache");
  }

  Optional<String> reference() {
    return text(root, "reference");
  }

  Optional<String> digest() {
    return text(root, "digest");
  }

  Optional<String> problem() {
    JsonElement failure = root.get("failure");
    return failure == null || failure.isJsonNull()
        ? Optional.empty()
        : text(failure.getAsJsonObject(), "problem");
  }

  /** Of all phases together. */
  int attempts() {
    int attempts = 0;
    for (JsonObject phase : objects(root, "phases")) {
      attempts += phase.get("attempts").getAsInt();
    }
    return attempts;
  }

  /** {@code ARG=VALUE}, where a phase was built with another value in the end. */
  Optional<String> fallback() {
    return objects(root, "phases").stream()
        .flatMap(phase -> text(phase, "fallback").stream())
        .findFirst();
  }

  /** A member of each failed attempt that has it. */
  List<String> ofFailures(String member) {
    List<String> values = new ArrayList<>();
    for (JsonObject phase : objects(root, "phases")) {
      objects(phase, "failures").forEach(failure -> text(failure, member).ifPresent(values::add));
    }
    return values;
  }

  private static List<JsonObject> objects(JsonObject parent, String member) {
    List<JsonObject> objects = new ArrayList<>();
    JsonElement array = parent.get(member);
    for (JsonElement element : array == null ? new JsonArray() : array.getAsJsonArray()) {
      objects.add(element.getAsJsonObject());
    }
    return objects;
  }

  private static Optional<String> text(JsonObject parent, String member) {
    JsonElement value = parent.get(member);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
