package io.jenkins.plugins.aiimage.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.history.MachineNote.Database;
import io.jenkins.plugins.aiimage.report.history.MachineNote.Storage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineLineTest {
  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  @Property(tries = 200)
  void shouldReadBackWhatItWrote(
      @ForAll String machine, @ForAll String database, @ForAll String folder, @ForAll long free) {
    MachineNote note =
        new MachineNote(
            machine,
            Map.of(database, new Database(DAY, DAY.plusSeconds(1))),
            Optional.of(new Storage(folder, free, Long.MAX_VALUE, DAY)));

    String line = MachineLine.write(note);

    assertEquals(1, line.lines().count());
    assertEquals(Optional.of(note), MachineLine.read(line));
  }

  @Property(tries = 200)
  void shouldTakeAnyTextForALine(@ForAll String text) {
    assertEquals(Optional.empty(), MachineLine.read(text));
    assertEquals(Optional.empty(), MachineLine.read("{\"machine\":\"a\"," + text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"machine\":\"\"}",
        "{\"machine\":\"a\",\"storage\":[]}",
        "{\"machine\":\"a\",\"storage\":[\"/\",1,2,\"soon\"]}",
        "{\"machine\":\"a\",\"databases\":{\"java\":[\"yesterday\",\"today\"]}}",
        "[]"
      })
  void shouldLeaveOutWhatItWouldMisunderstand(String line) {
    assertEquals(Optional.empty(), MachineLine.read(line));
  }

  @Test
  void shouldPassOverMembersThatItDoesNotKnow() {
    String line = "{\"later\":[{}],\"machine\":\"a\",\"storage\":[\"/\",1,2,\"" + DAY + "\"]}";

    assertEquals("a", MachineLine.read(line).orElseThrow().machine());
  }
}
