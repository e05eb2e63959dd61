package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.html.NamedRun;
import io.jenkins.plugins.aiimage.usecase.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of history lines that reports are added to. */
record HistoryFile(Path file) {
  /** Years of a nightly build; older ones go. */
  private static final int MOST_ENTRIES = 1000;

  static HistoryFile of(String name) throws Refused {
    try {
      return new HistoryFile(Path.of(name).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new Refused("--history: " + name + " cannot be the name of a file.");
    }
  }

  /** Adds the runs that it does not have yet, and answers those that it had besides them. */
  List<HistoryEntry> add(List<NamedRun> runs) throws Refused {
    List<HistoryEntry> kept = read();
    List<HistoryEntry> added = new ArrayList<>();
    runs.forEach(run -> HistoryEntry.of(run.name(), run.report()).ifPresent(added::add));
    List<HistoryEntry> older = new ArrayList<>(kept);
    older.removeIf(entry -> added.stream().anyMatch(run -> isSameRun(entry, run)));
    if (!added.isEmpty()) {
      List<HistoryEntry> all = new ArrayList<>(older);
      all.addAll(added);
      write(all.subList(Math.max(0, all.size() - MOST_ENTRIES), all.size()));
    }
    return older;
  }

  /** Files may have other names now; one image is begun once in a millisecond. */
  private static boolean isSameRun(HistoryEntry one, HistoryEntry other) {
    return one.isOfSameImage(other) && one.when().equals(other.when());
  }

  private List<HistoryEntry> read() throws Refused {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return HistoryLines.read(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new Refused("--history: " + file + " is not text in UTF-8, so it is no history.");
    } catch (IOException e) {
      throw new Refused("--history: " + file + " cannot be read.");
    }
  }

  private void write(List<HistoryEntry> entries) throws Refused {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(HistoryLines.write(entry)).append('\n'));
    try {
      new WholeFile(file).write(text.toString());
    } catch (IOException e) {
      throw new Refused("--history: " + file + " cannot be written.");
    }
  }
}
