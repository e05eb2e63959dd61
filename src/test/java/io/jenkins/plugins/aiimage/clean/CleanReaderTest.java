package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanReaderTest {
  private static CleanRequest read(Map<String, List<String>> values) throws UseCaseException {
    return new CleanReader(values, Parameter::option).read();
  }

  @Test
  void shouldCleanTheEngineWhereNothingIsNamed() throws UseCaseException {
    CleanRequest request = read(Map.of());
    assertEquals(Optional.empty(), request.registry());
    assertEquals(List.of(), request.images());
    assertEquals(new Retention(Duration.ofDays(30), 10), request.retention());
    assertEquals("auto", request.builder());
    assertFalse(request.dryRun());
  }

  @Test
  void shouldTakeEachRepositoryOnce() throws UseCaseException {
    CleanRequest request =
        read(
            Map.of(
                "registry", List.of("r.example.com"),
                "image", List.of("a", "team/b", "a"),
                "olderThan", List.of("1d12h"),
                "keep", List.of("0"),
                "dryRun", List.of()));
    assertEquals("r.example.com", request.registry().orElseThrow().name());
    assertEquals(List.of("a", "team/b"), request.images());
    assertEquals(new Retention(Duration.ofHours(36), 0), request.retention());
    assertTrue(request.dryRun());
  }

  @ParameterizedTest
  @CsvSource({
    "registry,bad host,--registry",
    "image,UPPER,--image",
    "image,name:tag,--image",
    "olderThan,59m,--older-than",
    "olderThan,soon,--older-than",
    "olderThan,-1d,--older-than",
    "keep,-1,--keep",
    "keep,1000001,--keep",
    "keep,many,--keep",
    "builder,kaniko,--builder"
  })
  void shouldNameTheParameterThatIsWrong(String parameter, String value, String option) {
    UseCaseException refusal =
        assertThrows(UseCaseException.class, () -> read(Map.of(parameter, List.of(value))));
    assertEquals(Problem.INPUT, refusal.problem());
    assertTrue(refusal.getMessage().startsWith(option + ": "), refusal.getMessage());
  }

  @Test
  void shouldWantARepositoryOfARegistry() {
    UseCaseException refusal =
        assertThrows(UseCaseException.class, () -> read(Map.of("registry", List.of("r:5000"))));
    assertEquals("--image: name each repository of r:5000 to clean.", refusal.getMessage());
  }
}
