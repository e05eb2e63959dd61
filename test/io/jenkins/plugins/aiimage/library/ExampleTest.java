package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Jenkinsfile.example}, as it stands. */
class ExampleTest {
  private static final Path EXAMPLE = Path.of("Jenkinsfile.example");

  @TempDir private Path folder;
  private Pipeline jenkins;

  @BeforeEach
  void start() {
    jenkins = new Pipeline(folder);
    PlayedPlugin.in(jenkins);
    jenkins.environment.put("BUILD_NUMBER", "7");
  }

  @Test
  void shouldMakeTheImageAndWorkInExactlyThatOne() throws Exception {
    jenkins.run(Files.readString(EXAMPLE));

    String recipe =
        "image=ai-security-processor, pull=missing, smokeTest=[python3 -c \"import torch\"],"
            + " tags=[build-7]}";
    assertEquals(
        List.of(
            "agent docker",
            "[AI image",
            "{AI image",
            "prepareAiProcessorImage {dryRun=true, " + recipe,
            "[AI image",
            "prepareAiProcessorImage {" + recipe,
            "]",
            "}",
            "{Trivy's database",
            "initTrivyDb {}",
            "}",
            "failFast=true",
            "]",
            "[Use it",
            "inside " + PlayedPlugin.REFERENCE + " with ''",
            "sh python3 -c \"import torch; print(torch.__version__)\"",
            "]"),
        jenkins.story);
  }

  @Test
  void shouldPushAndScanWithTheSlashesTakenAway() throws Exception {
    jenkins.run(
        Files.readString(EXAMPLE)
            .replace("// push: [", "push: [")
            .replace("// scan: [", "scan: ["));

    assertTrue(jenkins.story.containsAll(List.of("[Push", "[Scan")), jenkins.story.toString());
  }

  @Test
  void shouldNotUseAnImageThatCouldNotBeMade() throws Exception {
    jenkins.provide(
        "prepareAiProcessorImage",
        arguments -> {
          throw new IllegalStateException("torch failed");
        });
    String example = Files.readString(EXAMPLE);

    assertThrows(IllegalStateException.class, () -> jenkins.run(example));

    assertEquals(List.of(), jenkins.story.stream().filter("[Use it"::equals).toList());
  }
}
