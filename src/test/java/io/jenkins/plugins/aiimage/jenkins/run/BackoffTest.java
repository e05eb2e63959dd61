package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void shouldLookLessOftenWhileNothingHappensButNeverTooSeldom() {
    Duration before = backoff.first();
    for (int i = 0; i < 100; i++) {
      Duration next = backoff.next();
      assertTrue(next.compareTo(before) >= 0);
      before = next;
    }
    assertEquals(Duration.ofSeconds(3), before);
  }

  @Test
  void shouldLookOftenAgainWhenSomethingHappens() {
    for (int i = 0; i < 100; i++) {
      backoff.next();
    }
    assertEquals(Duration.ofMillis(150), backoff.first());
  }
}
