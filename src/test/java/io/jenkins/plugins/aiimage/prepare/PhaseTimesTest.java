package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseTimesTest {
  @TempDir private Path folder;
  private PhaseTimes times;

  @BeforeEach
  void makeTimes() {
    times = new PhaseTimes(new StateFolder(folder), "r.example/x\nlinux/amd64");
  }

  private void took(long... seconds) {
    for (long one : seconds) {
      times.remember("torch", Duration.ofSeconds(one));
    }
  }

  @Test
  void shouldExpectNothingOfAPhaseThatWasNeverBuiltHere() {
    took(9);

    assertEquals(Optional.empty(), times.expected("transformers"));
    assertEquals(
        Optional.empty(),
        new PhaseTimes(new StateFolder(folder), "r.example/x\nlinux/arm64").expected("torch"));
  }

  @Test
  void shouldExpectTheMedianOfTheLastFive() {
    took(1000, 2000, 10, 30, 20, 5000, 40);

    assertEquals(Optional.of(Duration.ofSeconds(30)), times.expected("torch"));
  }

  @Test
  void shouldExpectOfTwoTheShorter() {
    took(20, 10);

    assertEquals(Optional.of(Duration.ofSeconds(10)), times.expected("torch"));
  }

  @Test
  void shouldPassOverWhatIsNoTime() throws IOException {
    took(7);
    try (Stream<Path> notes = Files.list(folder.resolve("phase-times"))) {
      Path note = notes.findFirst().orElseThrow();
      Files.writeString(note, "7000\nsoon\n\n99999999999999999999\n-3\n");
    }

    assertEquals(Optional.of(Duration.ZERO), times.expected("torch"));
    took(9);
    assertEquals(Optional.of(Duration.ofSeconds(7)), times.expected("torch"));
  }
}
