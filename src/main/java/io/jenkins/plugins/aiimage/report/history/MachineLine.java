package io.jenkins.plugins.aiimage.report.history;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A note as a line of JSON; members that it does not know are passed over. */
public final class MachineLine {
  private static final int LONGEST = 1 << 15;

  private String machine = "";
  private final Map<String, MachineNote.Database> databases = new TreeMap<>();
  private Optional<MachineNote.Storage> storage = Optional.empty();

  private MachineLine() {}

  /** The line, without its end. */
  public static String write(MachineNote note) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("machine").value(note.machine());
      json.name("databases").beginObject();
      for (Map.Entry<String, MachineNote.Database> entry :
          new TreeMap<>(note.databases()).entrySet()) {
        json.name(entry.getKey()).beginArray();
        json.value(entry.getValue().updatedAt().toString());
        json.value(entry.getValue().seen().toString()).endArray();
      }
      json.endObject();
      if (note.storage().isPresent()) {
        MachineNote.Storage storage = note.storage().get();
        json.name("storage").beginArray().value(storage.folder());
        json.value(storage.freeBytes()).value(storage.totalBytes());
        json.value(storage.seen().toString()).endArray();
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Empty if the line is none. */
  public static Optional<MachineNote> read(String line) {
    if (line.isBlank() || line.length() > LONGEST) {
      return Optional.empty();
    }
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      MachineLine read = new MachineLine();
      json.beginObject();
      while (json.hasNext()) {
        read.member(json.nextName(), json);
      }
      json.endObject();
      return read.machine.isEmpty() && read.databases.isEmpty() && read.storage.isEmpty()
          ? Optional.empty()
          : Optional.of(new MachineNote(read.machine, read.databases, read.storage));
    } catch (IOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
      // What JsonReader and the values say of a line that is no note.
      return Optional.empty();
    }
  }

  private void member(String name, JsonReader json) throws IOException {
    switch (name) {
      case "machine" -> machine = json.nextString();
      case "databases" -> {
        json.beginObject();
        while (json.hasNext()) {
          String database = json.nextName();
          json.beginArray();
          Instant updatedAt = Instant.parse(json.nextString());
          Instant seen = Instant.parse(json.nextString());
          databases.put(database, new MachineNote.Database(updatedAt, seen));
          json.endArray();
        }
        json.endObject();
      }
      case "storage" -> {
        json.beginArray();
        String folder = json.nextString();
        long free = json.nextLong();
        long total = json.nextLong();
        Instant seen = Instant.parse(json.nextString());
        storage = Optional.of(new MachineNote.Storage(folder, free, total, seen));
        json.endArray();
      }
      default -> json.skipValue();
    }
  }
}
