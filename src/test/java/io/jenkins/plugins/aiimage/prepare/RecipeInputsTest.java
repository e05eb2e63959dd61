package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.json.InputsJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecipeInputsTest {
  private static final String RECIPE =
      """
      FROM base:1
      ARG TOKEN=fallback-token
      ENV HOME=/secret/home
      # phase: torch
      RUN pip install --index-url https://me:hunter2@nexus.example.com/simple torch
      # phase: app
      COPY . /app
      """;

  private static Inputs inputs(String text, Map<String, String> arguments, String base) {
    SortedMap<String, String> files = new TreeMap<>(Map.of("app.py", "0123456789ab"));
    return inputs(text, arguments, base, files);
  }

  private static Inputs inputs(
      String text, Map<String, String> arguments, String base, SortedMap<String, String> files) {
    ResolvedDockerfile dockerfile =
        ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), arguments, "linux/amd64");
    return new RecipeInputs(dockerfile, dockerfile.phases()).of(Map.of("base:1", base), files);
  }

  @Test
  void shouldNameInstructionsByPhaseAndFilesAndImages() {
    Inputs inputs = inputs(RECIPE, Map.of(), "sha256:1");

    assertEquals(
        List.of("torch", "app"),
        inputs.instructions().stream().map(Inputs.PhaseInputs::phase).toList());
    assertEquals(
        List.of(
            "ARG TOKEN",
            "ENV HOME",
            "RUN pip install --index-url https://nexus.example.com/simple torch"),
        inputs.instructions().get(0).instructions().stream().map(Input::name).toList());
    assertEquals(List.of(new Input("app.py", "0123456789ab")), inputs.files());
    assertEquals("base:1", inputs.images().get(0).name());
    assertNotEquals(inputs.images(), inputs(RECIPE, Map.of(), "sha256:2").images());
  }

  @Test
  void shouldHoldNoValueOfABuildArgumentAndNoPassword() {
    Inputs one = inputs(RECIPE, Map.of("TOKEN", "s3cret-value"), "sha256:1");
    Inputs other = inputs(RECIPE, Map.of("TOKEN", "another-value"), "sha256:1");

    String json = InputsJson.write(one);
    for (String secret : List.of("s3cret", "hunter2", "fallback-token", "/secret")) {
      assertFalse(json.contains(secret), json);
    }
    assertEquals("TOKEN", one.arguments().get(0).name());
    assertEquals(8, one.arguments().get(0).digest().length());
    assertNotEquals(one.arguments(), other.arguments());
  }

  @Test
  void shouldStaySmallWhateverTheRecipe() {
    StringBuilder recipe = new StringBuilder("FROM base:1\n");
    TreeMap<String, String> arguments = new TreeMap<>();
    TreeMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      String name = "ARGUMENT_" + i + "_" + "X".repeat(100);
      recipe.append("ARG ").append(name).append("\nRUN echo ").append("y".repeat(100)).append('\n');
      arguments.put(name, "value");
      files.put(i + "/" + "d".repeat(100) + "/" + i + ".py", "0123456789ab");
    }
    for (int i = 0; i < 30; i++) {
      recipe.append("# phase: phase-" + i + "\nRUN pip install " + i + "\n");
    }

    Inputs inputs = inputs(recipe.toString(), arguments, "sha256:1", files);

    assertTrue(InputsJson.write(inputs).length() < 15_000, InputsJson.write(inputs));
    assertEquals(Optional.of(inputs), InputsJson.read(InputsJson.write(inputs)));
    assertEquals(Optional.empty(), InputsJson.read("{\"files\":3}"));
  }
}
