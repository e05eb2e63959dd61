package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private static final Resources WHOLE = new Resources(2000, 8_000_000_000L);

  @Test
  void shouldSayWhatOfItIsTooMuch() {
    assertEquals(Optional.empty(), WHOLE.beyond(WHOLE));
    assertEquals(Optional.of(new Resources(2001, 0)), new Resources(2001, 1_000).beyond(WHOLE));
    assertEquals(Optional.empty(), new Resources(64_000, 0).beyond(new Resources(0, 1)));
  }

  @Test
  void shouldBeReadByPeople() {
    assertEquals("2 CPUs and 8.0 GB of memory", WHOLE.words());
    assertEquals("1 CPU", new Resources(1000, 0).words());
    assertEquals("0.5 CPUs", new Resources(500, 0).words());
    assertEquals("1.025 CPUs", new Resources(1025, 0).words());
    assertEquals("600 MB of memory", new Resources(0, 600_000_000L).words());
  }

  @Test
  void shouldBeOptionsOfBuilders() {
    assertEquals(
        List.of("--cpu-period=100000", "--cpu-quota=150000", "--memory=5", "--memory-swap=5"),
        DockerArguments.limits(new Resources(1500, 5)));
    assertEquals(List.of(), DockerArguments.limits(Resources.NONE));
  }
}
