package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(40, Duration.ofMillis(500), Duration.ofSeconds(10));

  @Property
  void shouldPauseNeitherLessThanItsOwnMinimumNorForEver(
      @ForAll @IntRange(max = 39) int retry, @ForAll @LongRange(max = 10_000) long asked) {
    RegistryException failure = throttled(Optional.of(Duration.ofMillis(asked)));

    Duration pause = POLICY.pauseBefore(retry, failure).orElseThrow();

    assertTrue(pause.toMillis() >= Math.max(500, asked), pause.toString());
    assertTrue(pause.toMillis() <= 15_000, pause.toString());
  }

  @Test
  void shouldNotRetryWhatWillNotPass() {
    RegistryException refused = RegistryException.of(Kind.REFUSED, "no");

    assertEquals(Optional.empty(), POLICY.pauseBefore(0, refused));
    assertEquals(Optional.empty(), RetryPolicy.NONE.pauseBefore(0, throttled(Optional.empty())));
    assertEquals(Optional.empty(), POLICY.pauseBefore(40, throttled(Optional.empty())));
    assertEquals(
        Optional.empty(), POLICY.pauseBefore(0, throttled(Optional.of(Duration.ofSeconds(11)))));
  }

  @Test
  void shouldReadTheFormsOfRetryAfter() {
    assertEquals(Optional.of(Duration.ofSeconds(7)), RetryAfter.parse(" 7 "));
    assertEquals(Optional.of(Duration.ZERO), RetryAfter.parse("Wed, 21 Oct 2015 07:28:00 GMT"));
    assertTrue(RetryAfter.parse("Sat, 01 Jan 2383 00:00:00 GMT").orElseThrow().toDays() > 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "35.852µs", "soon", "99999999999999999999", "9223372036854775807"})
  void shouldReadAnythingAsRetryAfter(String value) {
    assertTrue(RetryAfter.parse(value).map(wait -> wait.toSeconds() > 1000).orElse(true));
  }

  private static RegistryException throttled(Optional<Duration> retryAfter) {
    return RegistryException.passing(Kind.THROTTLED, "too many", retryAfter);
  }
}
