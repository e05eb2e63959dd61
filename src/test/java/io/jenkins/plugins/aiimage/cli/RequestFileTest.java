package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFileTest {
  @TempDir private Path folder;

  @Test
  void shouldTakeParametersFromTheFileUnlessTheCommandLineHasThem() throws Exception {
    Arguments given =
        arguments(
            Map.of(
                "request",
                List.of(file("{\"image\": [\"a\"], \"tags\": [\"1\", \"2\"], \"force\": []}")),
                "image",
                List.of("b")));

    Arguments complete = RequestFile.complete(given, Parameters.PREPARE);

    assertEquals(List.of("b"), complete.given().get("image"));
    assertEquals(List.of("1", "2"), complete.given().get("tags"));
    assertEquals(List.of(), complete.given().get("force"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\": []} | there is no parameter colour in",
        "{\"image\": \"a\"} | image must be an array of texts",
        "{\"image\": [{}]} | image must be an array of texts",
        "[] | is not a JSON object",
        "{ | is not a JSON object"
      })
  void shouldSayInOneSentenceWhatIsWrongWithTheFile(String text, String sentence) throws Exception {
    Arguments given = arguments(Map.of("request", List.of(file(text))));

    IOException failure =
        assertThrows(IOException.class, () -> RequestFile.complete(given, Parameters.PREPARE));

    assertTrue(failure.getMessage().contains(sentence), failure.getMessage());
  }

  @Test
  void shouldSayThatTheFileIsMissing() {
    Arguments given = arguments(Map.of("request", List.of(folder + "/none.json")));

    assertThrows(IOException.class, () -> RequestFile.complete(given, Parameters.PREPARE));
  }

  private static Arguments arguments(Map<String, List<String>> given) {
    return new Arguments(given, List.of());
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("request.json"), text).toString();
  }
}
