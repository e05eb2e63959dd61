package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
        "{\"image\": true} | image must be a text or an array of texts",
        "{\"image\": {}} | image must be a text or an array of texts",
        "{\"image\": [{}]} | image must be a text or an array of texts",
        "{\"tags\": [[]]} | tags must be a text or an array of texts or an object",
        "{\"force\": \"yes\"} | force must be true or false",
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
  void shouldTakeTheFormsOfAJenkinsfile() throws Exception {
    Map<String, List<String>> complete =
        complete(
            "{\"tags\": \"1\", \"retries\": 2, \"target\": null, \"buildArgs\": {\"A\": \"1\", \"B\": 2.50},"
                + " \"phases\": {\"torch\": {\"timeout\": \"20m\", \"fallback\": [\"I=u\"]}}}",
            Parameters.PREPARE);

    assertEquals(
        Map.of(
            "tags", List.of("1"),
            "retries", List.of("2"),
            "buildArgs", List.of("A=1", "B=2.50"),
            "phases", List.of("torch:timeout=20m,fallback=I=u")),
        complete);
  }

  @Test
  void shouldTakeTruthsForSwitches() throws Exception {
    assertEquals(
        Map.of("push", List.of(), "force", List.of()),
        complete("{\"push\": false, \"force\": true, \"dryRun\": false}", Parameters.PREPARE));
    assertEquals(Map.of(), complete("{\"push\": true}", Parameters.PREPARE));
  }

  @Test
  void shouldTakeWhatAStepReturnedForAnImageToPush() throws Exception {
    String made =
        "{\"image\": \"r:5000/x:v1\", \"reference\": \"sha256:1\", \"published\": false, \"phases\": []}";

    assertEquals(
        Map.of(
            "image", List.of("sha256:1"),
            "registry", List.of("r:5000"),
            "repository", List.of("x")),
        complete("{\"image\": " + made + "}", Parameters.PUSH));
    assertEquals(
        Map.of("image", List.of("sha256:1", "y")),
        complete("{\"image\": [" + made + ", \"y\"]}", Parameters.PUSH));
    assertEquals(
        List.of("sha256:1"), complete("{\"from\": " + made + "}", Parameters.PUSH).get("from"));
  }

  private Map<String, List<String>> complete(String text, List<Parameter> known)
      throws IOException {
    Map<String, List<String>> all = new HashMap<>();
    all.putAll(
        RequestFile.complete(arguments(Map.of("request", List.of(file(text)))), known).given());
    all.remove("request");
    return all;
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
