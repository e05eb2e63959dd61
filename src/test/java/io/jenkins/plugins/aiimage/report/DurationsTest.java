package io.jenkins.plugins.aiimage.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "49, 0.0 s",
    "50, 0.1 s",
    "412, 0.4 s",
    "12345, 12.3 s",
    "59949, 59.9 s",
    "59950, 1m 00s",
    "250000, 4m 10s",
    "3599499, 59m 59s",
    "3599500, 1h 00m",
    "3720000, 1h 02m",
    "360000000, 100h 00m",
    "-1, 0.0 s",
    "-90000, 0.0 s"
  })
  void shouldReadAsPeopleSayIt(long millis, String words) {
    assertEquals(words, Durations.words(Duration.ofMillis(millis)));
  }

  @Property
  void shouldNeverSaySixtySecondsOrMinutes(@ForAll @LongRange(max = 1_000_000_000) long millis) {
    String words = Durations.words(Duration.ofMillis(millis));

    assertTrue(words.matches("[1-5]?\\d\\.\\d s|[1-5]?\\dm [0-5]\\ds|\\d+h [0-5]\\dm"), words);
  }
}
