package io.jenkins.plugins.aiimage.jenkins.history;

import io.jenkins.plugins.aiimage.report.history.MachineLine;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What runs said last of each agent: a small file in Jenkins' own folder. The built-in node's name
 * is empty.
 */
public final class AgentNotes {
  static final String NAME = "ai-images-agents.jsonl";

  /** Agents come and go: those that were not heard of for longest are forgotten. */
  static final int MOST = 1000;

  private static final int MOST_BYTES = 4 << 20;
  private static final Object LOCK = new Object();

  private final LineFile file;

  /**
   * @param folder Jenkins' own
   */
  public AgentNotes(Path folder) {
    file = new LineFile(folder.resolve(NAME));
  }

  /**
   * Takes up a note. Where it says nothing new, nothing is written.
   *
   * @param exists whether an agent of a name is still there; others are dropped
   */
  public void take(MachineNote note, Predicate<String> exists) throws IOException {
    synchronized (LOCK) {
      Map<String, MachineNote> notes = read();
      Map<String, MachineNote> before = Map.copyOf(notes);
      notes.merge(note.machine(), note, MachineNote::with);
      notes.keySet().removeIf(name -> !exists.test(name));
      if (!notes.equals(before)) {
        file.replace(lines(notes));
      }
    }
  }

  private static List<String> lines(Map<String, MachineNote> notes) {
    List<MachineNote> newest = new ArrayList<>(notes.values());
    newest.sort(Comparator.comparing(MachineNote::seen).reversed());
    return newest.subList(0, Math.min(newest.size(), MOST)).stream()
        .map(MachineLine::write)
        .toList();
  }

  /** By the names of the agents. */
  public List<MachineNote> all() throws IOException {
    return List.copyOf(read().values());
  }

  private Map<String, MachineNote> read() throws IOException {
    Map<String, MachineNote> notes = new TreeMap<>();
    if (file.stamp().isPresent()) {
      for (String line : file.last(MOST_BYTES)) {
        Optional<MachineNote> note = MachineLine.read(line);
        note.ifPresent(read -> notes.merge(read.machine(), read, MachineNote::with));
      }
    }
    return notes;
  }
}
