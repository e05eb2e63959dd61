package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Jenkinsfiles of {@code examples}, as they stand. */
class ExamplesTest {
  @TempDir private Path folder;
  private Pipeline jenkins;

  @BeforeEach
  void start() {
    jenkins = new Pipeline(folder);
    PlayedPlugin.in(jenkins);
    provide("lintAiDockerfile", Parameters.LINT);
    provide("diagnoseAiImage", Parameters.DIAGNOSE);
    provide("startAiServices", Parameters.START);
    provide("cleanAiImages", Parameters.CLEAN);
  }

  /** A step that knows these parameters and no other. */
  private void provide(String step, List<Parameter> known) {
    List<String> names = known.stream().map(Parameter::name).toList();
    jenkins.provide(
        step,
        arguments -> {
          for (Object name : ((Map<?, ?>) arguments[0]).keySet()) {
            assertTrue(names.contains(name.toString()), step + " has no " + name);
          }
          return Map.of();
        });
  }

  private void run(String system) throws Exception {
    jenkins.run(Files.readString(Path.of("examples", system, "Jenkinsfile")));
  }

  /** The steps of the plugin, without the dry run by which the stages are found. */
  private List<String> steps() {
    return jenkins.story.stream()
        .filter(line -> line.contains(" {") && !line.contains("dryRun=true"))
        .map(line -> line.substring(0, line.indexOf(" {")))
        .toList();
  }

  private String told(String beginning) {
    return jenkins.story.stream()
        .filter(line -> line.startsWith(beginning) && !line.contains("dryRun=true"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldComputeOnTheCpuOrAGpuByAParameter() throws Exception {
    jenkins.variable(
        "params", Map.of("VARIANT", "cu118", "PIP_INDEX_URL", "https://mirror/simple"));
    run("ai-security-processor");
    String prepared = told("prepareAiProcessorImage");
    assertTrue(
        prepared.contains("TORCH_INDEX_URL=https://download.pytorch.org/whl/cu118"), prepared);
    assertTrue(prepared.contains("TORCH_VERSION=2.7.1+cu118"), prepared);
    assertTrue(prepared.contains("PIP_INDEX_URL=https://mirror/simple"), prepared);
    assertTrue(prepared.contains("image=ai-security-processor-gpu, maxSize=8GB"), prepared);
    assertTrue(steps().contains("initTrivyDb"), steps().toString());

    jenkins.story.clear();
    jenkins.variable(
        "params", Map.of("VARIANT", "cpu", "PIP_INDEX_URL", "https://pypi.org/simple"));
    run("ai-security-processor");
    assertTrue(told("prepareAiProcessorImage").contains("maxSize=2GB"), jenkins.story.toString());
  }

  @Test
  void shouldDiagnoseThenBuildThenStart() throws Exception {
    run("resonance-liminal");
    assertEquals(List.of("diagnoseAiImage", "prepareAiProcessorImage", "startAiServices"), steps());
  }

  @Test
  void shouldReviewBeforeItBuilds() throws Exception {
    run("modelscope-onnx");
    assertEquals(List.of("lintAiDockerfile", "prepareAiProcessorImage"), steps());
  }

  @Test
  void shouldMakeTheImagesOfSeveralTargets() throws Exception {
    run("agent-loop");
    assertEquals(
        List.of(
            "lintAiDockerfile",
            "prepareAiProcessorImage",
            "prepareAiProcessorImage",
            "prepareAiProcessorImage"),
        steps());
    for (String target : List.of("test", "runtime", "training")) {
      assertTrue(jenkins.story.toString().contains("target=" + target), target);
    }
  }

  @Test
  void shouldMakeAllServicesWithinTheBudgetThenStartThem() throws Exception {
    run("eloquence");
    assertEquals(6, steps().size(), steps().toString());
    assertEquals("cleanAiImages", steps().get(0));
    assertEquals("startAiServices", steps().get(5));
    for (String service : List.of("whisper-stt", "agent", "api-backend", "azure-tts")) {
      String branch = "{" + service;
      String prepared = jenkins.story.get(jenkins.story.indexOf(branch) + 1);
      assertTrue(prepared.contains("image=eloquence/" + service), prepared);
      assertTrue(prepared.contains("needs={cpus="), prepared);
    }
  }
}
