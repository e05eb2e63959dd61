package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.4, 0 0.1 s 0.2 s 0.3 s 0.4 s",
    "12, 0 2 s 4 s 6 s 8 s 10 s 12 s",
    "100, 0 30 s 60 s 90 s",
    "936.2, 0 3 min 6 min 9 min 12 min 15 min",
    "7200, 0 30 min 60 min 90 min 120 min",
    "20000, 0 1 h 2 h 3 h 4 h 5 h",
    "1000000, 0 48 h 96 h 144 h 192 h 240 h"
  })
  void shouldHaveTicksAtRoundTimes(double total, String labels) {
    assertEquals(
        labels, String.join(" ", Axis.ticks(total, WORDS).stream().map(Axis.Tick::label).toList()));
  }

  @Property
  void shouldHaveAFewTicksInside(@ForAll @DoubleRange(min = 0.01, max = 1e12) double total) {
    List<Axis.Tick> ticks = Axis.ticks(total, WORDS);

    assertTrue(ticks.size() >= 2 && ticks.size() <= 7, ticks::toString);
    assertTrue(ticks.get(ticks.size() - 1).seconds() <= total);
    assertEquals(ticks.size(), ticks.stream().map(Axis.Tick::label).distinct().count());
  }
}
