package io.jenkins.plugins.aiimage.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.Stories;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryEntryTest {
  private static Optional<HistoryEntry> entry(List<Entry> story) {
    return HistoryEntry.of("12", Stories.fold(story));
  }

  @Test
  void shouldKeepWhatARunWas() {
    HistoryEntry entry = entry(Stories.resumed()).orElseThrow();

    assertEquals("12", entry.run());
    assertEquals(Stories.BEGIN, entry.when());
    assertEquals("AI Processor", entry.label());
    assertEquals(RunResult.RESUMED, entry.result());
    assertEquals(Duration.ofSeconds(100), entry.duration());
    assertEquals(Optional.of(Duration.ofSeconds(612)), entry.saved());
    assertEquals(
        new PhaseTime("transformers", PhaseResult.BUILT, Duration.ofMillis(92_500)),
        entry.phases().get(2));
  }

  @Test
  void shouldKeepHowLongAnotherRunWasWaitedFor() {
    assertEquals(
        Duration.ofMillis(12_500), entry(Stories.waited()).map(HistoryEntry::waited).orElseThrow());
  }

  @Test
  void shouldCountFailedAttemptsByCauseAndIndex() {
    HistoryEntry entry = entry(Stories.failed()).orElseThrow();

    Optional<String> index = Optional.of("pypi.example.com");
    assertEquals(RunResult.FAILED, entry.result());
    assertEquals(
        List.of(
            new FailedAttempts(Cause.TRANSIENT, index, 1),
            new FailedAttempts(Cause.STALLED, index, 1),
            new FailedAttempts(Cause.PERMANENT, index, 1)),
        entry.failed());
  }

  @Test
  void shouldKnowNoEntryOfWhatPreparedNoImage() {
    assertTrue(entry(Stories.cleaned()).isEmpty());
    assertTrue(entry(Stories.databases()).isEmpty());
    assertTrue(entry(Stories.failed().subList(0, 4)).isEmpty(), "of a run that is not over");
    assertTrue(entry(List.of()).isEmpty());
  }

  @Test
  void shouldCutWhatIsEndless() {
    HistoryEntry entry = entry(Stories.hostile()).orElseThrow();

    entry.phases().forEach(phase -> assertTrue(phase.name().length() <= 80));
    assertTrue(HistoryLines.write(entry).length() < 4000);
  }

  @Test
  void shouldFindTheIndexThatAnAttemptNamedLast() {
    assertEquals(
        Optional.of("pypi.org"),
        host(Cause.INDEX, "HTTPSConnectionPool(host='pypi.org', port=443): Read timed out."));
    assertEquals(
        Optional.of("nexus.example.com:8443"),
        host(Cause.TRANSIENT, "Could not fetch https://me:secret@nexus.example.com:8443/simple"));
    assertEquals(Optional.empty(), host(Cause.DISK_FULL, "https://pypi.org/simple: no space left"));
    assertEquals(Optional.empty(), host(Cause.UNKNOWN, "exit 1"));
  }

  private static Optional<String> host(Cause cause, String message) {
    return IndexHost.of(
        new AttemptReport(
            1,
            cause,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            message,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }
}
