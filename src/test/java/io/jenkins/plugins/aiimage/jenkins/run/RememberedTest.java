package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");

  private static RunReport report(Event... events) {
    ReportFold fold = new ReportFold();
    fold.on(
        new Entry(
            1,
            BEGIN,
            new Event.RunStarted("prepare", "r/x", List.of("latest"), "X", "registry r", "1")));
    for (int i = 0; i < events.length; i++) {
      fold.on(new Entry(i + 2, BEGIN, events[i]));
    }
    return fold.report();
  }

  @Test
  void shouldNoteTheRoomThatARunFoundOnItsAgent() {
    RunReport report =
        report(
            new PrepareEvent.StorageMeasured("/var/lib/docker", 7, 20),
            new Event.RunFailed(Problem.STALLED, "It hangs.", Duration.ofSeconds(9)));

    assertEquals(
        Optional.of(
            new MachineNote(
                "gpu-1",
                Map.of(),
                Optional.of(
                    new MachineNote.Storage("/var/lib/docker", 7, 20, BEGIN.plusSeconds(9))))),
        Remembered.note("gpu-1", report));
  }

  @Test
  void shouldNoteNothingOfARunThatToldNothingOfItsAgent() {
    assertEquals(Optional.empty(), Remembered.note("gpu-1", report()));
  }
}
