package io.jenkins.plugins.aiimage.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.DateTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLinesTest {
  @Provide
  Arbitrary<HistoryEntry> entries() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(400);
    Arbitrary<Duration> time = Arbitraries.longs().map(Duration::ofMillis);
    Arbitrary<PhaseTime> phase =
        Combinators.combine(text, Arbitraries.of(PhaseResult.class), time).as(PhaseTime::new);
    Arbitrary<FailedAttempts> failed =
        Combinators.combine(
                Arbitraries.of(Cause.class),
                text.filter(host -> !host.isEmpty()).optional(),
                Arbitraries.integers())
            .as(FailedAttempts::new);
    return Combinators.combine(
            text.list().ofSize(4),
            DateTimes.instants(),
            text.optional(),
            Arbitraries.of(RunResult.class),
            time.list().ofSize(3),
            phase.list().ofMaxSize(9),
            Arbitraries.longs().optional(),
            failed.list().ofMaxSize(4))
        .as(
            (texts, when, digest, result, times, phases, bytes, failures) ->
                new HistoryEntry(
                    texts.get(0),
                    when,
                    texts.get(1),
                    texts.get(2),
                    texts.get(3),
                    digest,
                    result,
                    times.get(0),
                    Optional.of(times.get(1)),
                    phases,
                    bytes,
                    failures,
                    times.get(2)));
  }

  @Property(tries = 300)
  void shouldReadBackWhatItWrote(@ForAll("entries") HistoryEntry entry) {
    String line = HistoryLines.write(entry);

    assertEquals(1, line.lines().count());
    assertEquals(List.of(entry), HistoryLines.read(List.of(line)));
  }

  @Property(tries = 300)
  void shouldSkipALineThatWasCutAndKeepTheOthers(
      @ForAll("entries") HistoryEntry entry, @ForAll @IntRange(min = 1, max = 5000) int missing) {
    String line = HistoryLines.write(entry);
    String cut = line.substring(0, Math.max(0, line.length() - missing));

    assertEquals(List.of(entry), HistoryLines.read(List.of(cut, line)));
  }

  @Property(tries = 300)
  void shouldTakeAnyTextForALine(@ForAll String text) {
    assertTrue(HistoryLines.read(List.of(text, "{" + text, "{\"v\":1," + text)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":2,\"result\":\"HIT\"}",
        "{\"v\":1,\"result\":\"LATER\"}",
        "{\"v\":1}",
        "{\"v\":1,\"result\":\"HIT\",\"ms\":1e99}",
        "{\"v\":1,\"result\":\"HIT\",\"ms\":\"soon\"}",
        "{\"v\":1,\"result\":\"HIT\",\"when\":\"yesterday\"}",
        "{\"v\":1,\"result\":\"HIT\",\"phases\":[[\"torch\"]]}",
        "{\"v\":1,\"result\":\"HIT\",\"phases\":{}}",
        "[]"
      })
  void shouldLeaveOutWhatItWouldMisunderstand(String line) {
    assertEquals(List.of(), HistoryLines.read(List.of(line)));
  }

  @Test
  void shouldPassOverMembersThatItDoesNotKnow() {
    String line =
        "{\"v\":1,\"later\":{\"a\":[1]},\"run\":\"7\",\"result\":\"HIT\","
            + "\"phases\":[[\"torch\",\"HIT\",0,\"later\"]]}";

    HistoryEntry entry = HistoryLines.read(List.of(line)).get(0);

    assertEquals("7", entry.run());
    assertEquals(Instant.EPOCH, entry.when());
    assertEquals("torch", entry.phases().get(0).name());
  }

  @Test
  void shouldStayBelowAKilobyte() {
    for (HistoryEntry entry : Runs.months(50)) {
      assertTrue(HistoryLines.write(entry).length() < 600, HistoryLines.write(entry));
    }
  }

  @Test
  void shouldNotBreakALineByALineSeparator() {
    HistoryEntry entry = Runs.run(1, RunResult.HIT, List.of(Runs.cached("a\u2028b\nc")));

    assertFalse(HistoryLines.write(entry).contains("\u2028"));
  }
}
