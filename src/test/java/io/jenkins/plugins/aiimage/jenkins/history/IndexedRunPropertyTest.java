package io.jenkins.plugins.aiimage.jenkins.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IndexedRunPropertyTest {
  @Property(tries = 300)
  void shouldReadBackWhatItWrote(
      @ForAll @IntRange(min = 1) int build,
      @ForAll String label,
      @ForAll RunResult result,
      @ForAll List<String> phases,
      @ForAll @IntRange(min = 0) int millis) {
    PhaseTime[] times =
        phases.stream()
            .map(name -> new PhaseTime(name, PhaseResult.BUILT, Duration.ofMillis(millis)))
            .toArray(PhaseTime[]::new);
    IndexedRun run = Indexed.run(build, UUID.randomUUID().toString(), label, result, times);

    assertEquals(1, run.line().lines().count());
    assertEquals(Optional.of(run), IndexedRun.read(run.line()));
  }

  @Property(tries = 300)
  void shouldTakeAnyTextForALine(@ForAll String text) {
    assertEquals(Optional.empty(), IndexedRun.read(text));
    assertEquals(Optional.empty(), IndexedRun.read("{\"step\":\"a\"," + text));
  }
}
