package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aiImagePreset}. */
class PresetTest {
  @TempDir private Path folder;
  private Path workspace;
  private Pipeline jenkins;

  @BeforeEach
  void start() throws IOException {
    workspace = Files.createDirectories(folder.resolve("ws"));
    jenkins = new Pipeline(Files.createDirectories(folder.resolve("scripts")));
    AgentFiles unused = new AgentFiles(jenkins, workspace);
    jenkins.step(
        "libraryResource",
        arguments -> Files.readString(Path.of("resources", arguments[0].toString())),
        String.class);
  }

  @Test
  void shouldWriteTheFilesOfThePresetAndReturnItsParameters() throws Exception {
    Map<?, ?> preset =
        (Map<?, ?>) jenkins.runWithLibrary("return aiImagePreset('fastapi', 'service')");

    assertEquals(
        Files.readString(Path.of("resources/io/jenkins/plugins/aiimage/preset/fastapi/Dockerfile")),
        Files.readString(workspace.resolve("service/Dockerfile")));
    assertTrue(Files.exists(workspace.resolve("service/app/main.py")));
    assertEquals("service", preset.get("context"));
    assertEquals("service/Dockerfile", preset.get("dockerfile"));
    assertEquals("FastAPI application", preset.get("label"));
    assertEquals(List.of("timeout=60s", "retries=10"), preset.get("pip"));
    assertFalse(preset.containsKey("description"));
  }

  @Test
  void shouldWriteIntoTheWorkspaceWhereNoFolderIsNamed() throws Exception {
    Map<?, ?> preset = (Map<?, ?>) jenkins.runWithLibrary("return aiImagePreset('ai-processor')");

    assertTrue(Files.exists(workspace.resolve("Dockerfile")));
    assertEquals(".", preset.get("context"));
    assertEquals("Dockerfile", preset.get("dockerfile"));
  }

  @Test
  void shouldOverwriteNothing() throws Exception {
    Files.createDirectories(workspace.resolve("app"));
    Files.writeString(workspace.resolve("app/main.py"), "mine");

    String sentence = refused("fastapi");

    assertTrue(sentence.contains("app/main.py is there already"), sentence);
    assertFalse(Files.exists(workspace.resolve("Dockerfile")));
  }

  @Test
  void shouldSayWhichPresetsThereAre() {
    String sentence = refused("fast");

    assertTrue(sentence.contains("there is no preset fast: choose one of "), sentence);
    assertTrue(sentence.contains("fastapi"), sentence);
  }

  private String refused(String preset) {
    return assertThrows(
            IllegalStateException.class,
            () -> jenkins.runWithLibrary("aiImagePreset('" + preset + "')"))
        .getMessage();
  }
}
