package io.jenkins.plugins.aiimage.smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.smoke.SmokeRequest.NamedTest;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmokeReaderTest {
  private static SmokeRequest read(Map<String, List<String>> given) throws UseCaseException {
    return new SmokeReader(given, Parameter::name).read();
  }

  @Test
  void shouldTryImportsBeforeCommandsWithoutANetwork() throws Exception {
    SmokeRequest request =
        read(
            Map.of(
                "image", List.of("x"),
                "commands", List.of("app --check"),
                "imports", List.of("torch", "a.b"),
                "timeout", List.of("90s")));

    assertEquals(
        List.of("import torch", "import a.b", "app --check"),
        request.tests().stream().map(NamedTest::name).toList());
    assertEquals(Optional.of("none"), request.network());
    assertEquals(Duration.ofSeconds(90), request.timeout());
    assertEquals(
        Optional.empty(),
        read(Map.of(
                "image", List.of("x"),
                "maxSize", List.of("2GB"),
                "network", List.of("default")))
            .network());
  }

  @ParameterizedTest
  @CsvSource({
    "image, --privileged",
    "image, a b",
    "imports, torch; rm -rf /",
    "imports, os'",
    "commands, ' '",
    "maxSize, big",
    "timeout, soon",
    "network, --privileged",
    "builder, kaniko",
  })
  void shouldNameTheParameterThatIsWrong(String parameter, String value) {
    Map<String, List<String>> given = new HashMap<>();
    given.put("image", List.of("x"));
    given.put("commands", List.of("true"));
    given.put(parameter, List.of(value));

    UseCaseException refused = assertThrows(UseCaseException.class, () -> read(given));

    assertTrue(refused.getMessage().startsWith(parameter + ": "), refused.getMessage());
  }

  @Test
  void shouldSayWhatIsMissing() {
    assertTrue(
        assertThrows(UseCaseException.class, () -> read(Map.of("commands", List.of("true"))))
            .getMessage()
            .startsWith("image: name the image"));
    assertTrue(
        assertThrows(UseCaseException.class, () -> read(Map.of("image", List.of("x"))))
            .getMessage()
            .startsWith("commands: there is nothing to test"));
  }
}
