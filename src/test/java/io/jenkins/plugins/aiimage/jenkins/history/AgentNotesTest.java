package io.jenkins.plugins.aiimage.jenkins.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.history.MachineLine;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import io.jenkins.plugins.aiimage.report.history.MachineNote.Database;
import io.jenkins.plugins.aiimage.report.history.MachineNote.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentNotesTest {
  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path home;

  private static MachineNote database(String agent, Instant seen) {
    return new MachineNote(
        agent, Map.of("vulnerabilities", new Database(DAY, seen)), Optional.empty());
  }

  private static MachineNote storage(String agent, long free, Instant seen) {
    return new MachineNote(
        agent, Map.of(), Optional.of(new Storage("/var/lib/docker", free, 1000, seen)));
  }

  @Test
  void shouldPutTogetherWhatRunsSayOfAnAgent() throws IOException {
    AgentNotes notes = new AgentNotes(home);
    notes.take(database("a", DAY), name -> true);
    notes.take(storage("a", 70, DAY.plusSeconds(9)), name -> true);
    notes.take(storage("", 5, DAY), name -> true);

    List<MachineNote> all = new AgentNotes(home).all();

    assertEquals(List.of("", "a"), all.stream().map(MachineNote::machine).toList());
    MachineNote agent = all.get(1);
    assertEquals(new Database(DAY, DAY), agent.databases().get("vulnerabilities"));
    assertEquals(70, agent.storage().orElseThrow().freeBytes());
    assertEquals(DAY.plusSeconds(9), agent.seen());
  }

  @Test
  void shouldBelieveTheLaterRunWhoseEndWasToldFirst() throws IOException {
    AgentNotes notes = new AgentNotes(home);
    notes.take(storage("a", 70, DAY.plusSeconds(9)), name -> true);

    notes.take(storage("a", 90, DAY), name -> true);

    assertEquals(70, notes.all().get(0).storage().orElseThrow().freeBytes());
  }

  @Test
  void shouldForgetAgentsThatAreGone() throws IOException {
    AgentNotes notes = new AgentNotes(home);
    notes.take(storage("gone", 1, DAY), name -> true);

    notes.take(storage("here", 1, DAY), name -> name.equals("here"));

    assertEquals(List.of("here"), notes.all().stream().map(MachineNote::machine).toList());
  }

  @Test
  void shouldKeepTheAgentsThatWereHeardOfLast() throws IOException {
    AgentNotes notes = new AgentNotes(home);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < AgentNotes.MOST; i++) {
      lines.append(MachineLine.write(storage("agent-" + i, 1, DAY.plusSeconds(i))));
      lines.append('\n');
    }
    Files.writeString(home.resolve(AgentNotes.NAME), lines);

    notes.take(storage("new", 1, DAY.plusSeconds(AgentNotes.MOST)), name -> true);

    List<String> names = notes.all().stream().map(MachineNote::machine).toList();
    assertEquals(AgentNotes.MOST, names.size());
    assertEquals(false, names.contains("agent-0"));
    assertEquals(true, names.contains("new"));
  }

  @Test
  void shouldBeginAnewWhereTheFileIsDamaged() throws IOException {
    Files.write(home.resolve(AgentNotes.NAME), new byte[] {(byte) 0xff, '{', '\n', '{', '}'});
    AgentNotes notes = new AgentNotes(home);
    assertEquals(List.of(), notes.all());

    notes.take(database("a", DAY), name -> true);

    assertEquals(1, notes.all().size());
  }
}
