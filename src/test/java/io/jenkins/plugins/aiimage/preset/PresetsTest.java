package io.jenkins.plugins.aiimage.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Base;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Source;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the presets to what is asked of them; {@code resources} is read as the build finds it. */
class PresetsTest {
  private static final Path ROOT = Path.of("resources/io/jenkins/plugins/aiimage/preset");
  private static final String MIRROR = "registry.example.com/base:1";

  static List<Preset> presets() {
    return Presets.names().stream().map(name -> Presets.named(name).orElseThrow()).toList();
  }

  private static String text(Preset preset) throws IOException {
    return text(preset, Preset.DOCKERFILE);
  }

  private static String text(Preset preset, String file) throws IOException {
    return new String(preset.content(file), StandardCharsets.UTF_8);
  }

  private static ResolvedDockerfile resolved(Preset preset, Map<String, String> buildArguments)
      throws IOException {
    return ResolvedDockerfile.of(
        Dockerfile.parse(text(preset)), Optional.empty(), buildArguments, "linux/amd64");
  }

  @Test
  void shouldNameEveryFolderAndEveryFile() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT).filter(Files::isDirectory)) {
      assertEquals(Presets.names(), folders.map(f -> f.getFileName().toString()).sorted().toList());
    }
    for (Preset preset : presets()) {
      Path folder = ROOT.resolve(preset.name());
      try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
        Set<String> there =
            files
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(preset.files());
        named.add("preset.properties");
        assertEquals(there, named);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ai-processor, torch transformers light",
    "ai-processor-gpu, torch transformers light",
    "fastapi, packages app",
    "fastapi-ml, torch ml base app",
    "tensorflow-onnx, tensorflow torch libraries"
  })
  void shouldHaveItsPhases(String name, String phases) throws IOException {
    ResolvedDockerfile dockerfile = resolved(Presets.named(name).orElseThrow(), Map.of());
    assertEquals(
        List.of(phases.split(" ", -1)), dockerfile.phases().stream().map(Phase::name).toList());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldBeBuiltByEveryBuilder(Preset preset) throws IOException {
    ResolvedDockerfile dockerfile = resolved(preset, Map.of());
    assertEquals(List.of(), new PhaseFacts(dockerfile).features(dockerfile.phases()));
    assertFalse(dockerfile.dockerfile().namesSyntax());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldTakeEveryImageFromAnArgument(Preset preset) throws IOException {
    ResolvedDockerfile dockerfile = resolved(preset, Map.of("BASE", MIRROR));
    for (ResolvedStage stage : dockerfile.stages()) {
      Base.Image base = (Base.Image) stage.base();
      assertEquals(MIRROR, base.image().reference());
    }
    assertTrue(dockerfile.images().stream().allMatch(image -> image.reference().equals(MIRROR)));
    assertEquals(Set.of(), Set.copyOf(dockerfile.unusedBuildArguments()));
    assertTrue(text(preset).matches("(?s).*\nARG BASE=\\S+:\\d+\\.\\d+\\.\\d+-\\S+\n.*"));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldTakeEveryIndexAndVersionFromAnArgument(Preset preset) throws IOException {
    for (Instruction instruction : instructions(preset)) {
      String text = instruction.canonical();
      if (instruction.keyword() == Keyword.RUN) {
        assertFalse(text.contains("://"), text);
        assertFalse(text.matches(".*==\\d.*"), text);
        assertEquals(text.contains("pip install"), text.contains("--index-url"), text);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldPinEveryPackage(Preset preset) throws IOException {
    for (String file : preset.files()) {
      if (file.startsWith("requirements")) {
        for (String line : text(preset, file).lines().toList()) {
          assertTrue(line.matches("[a-z0-9-]+==[0-9.]+"), file + ": " + line);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldNotRunAsRootNorHideAFailure(Preset preset) throws IOException {
    List<Instruction> all = instructions(preset);
    List<Instruction> users = all.stream().filter(i -> i.keyword() == Keyword.USER).toList();
    String last = users.get(users.size() - 1).canonical();
    assertFalse(last.matches("USER (root|0)\\b.*"), last);
    assertTrue(all.stream().noneMatch(i -> i.canonical().contains("||")));
    assertTrue(preset.files().contains(".dockerignore"));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldReadOneThingOfTheContextInEachPhase(Preset preset) throws IOException {
    ResolvedDockerfile dockerfile = resolved(preset, Map.of());
    for (ResolvedStage stage : dockerfile.stages()) {
      for (Phase phase : dockerfile.phases()) {
        if (phase.stage() == stage.index()) {
          List<String> read = new ArrayList<>();
          stage
              .instructions()
              .subList(phase.firstInstruction(), phase.endInstruction())
              .forEach(instruction -> read.addAll(paths(instruction)));
          assertTrue(read.size() <= 1, phase.name() + " reads " + read);
          for (String path : read) {
            assertTrue(
                preset.files().stream().anyMatch(f -> f.equals(path) || f.startsWith(path + "/")),
                path);
          }
        }
      }
    }
  }

  private static List<String> paths(ResolvedInstruction instruction) {
    List<String> paths = new ArrayList<>();
    for (Source source : instruction.sources()) {
      assertFalse(source instanceof Source.WholeContext);
      if (source instanceof Source.ContextPaths some) {
        paths.addAll(some.patterns());
      }
    }
    return paths;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void shouldSetParametersThatThereAre(Preset preset) {
    assertFalse(preset.description().isBlank() || preset.description().endsWith("."));
    for (Map.Entry<String, List<String>> entry : preset.defaults().entrySet()) {
      Parameter parameter = Parameter.named(Parameters.PREPARE, entry.getKey());
      assertTrue(parameter.many() || entry.getValue().size() == 1, entry.toString());
      // What a step or an administrator always sets would never count.
      assertFalse(
          Set.of("context", "dockerfile", "preset", "image", "registry").contains(entry.getKey()));
    }
  }

  private static List<Instruction> instructions(Preset preset) throws IOException {
    List<Instruction> all = new ArrayList<>();
    Dockerfile.parse(text(preset)).stages().forEach(stage -> all.addAll(stage.instructions()));
    return all;
  }
}
