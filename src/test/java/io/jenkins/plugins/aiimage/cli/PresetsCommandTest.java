package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return new CommandLineInterface(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(words);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldListNamesAndDescriptions() {
    assertEquals(0, run("presets"));
    assertTrue(said().contains("ai-processor      PyTorch for the CPU, "), said());
    assertTrue(said().contains("fastapi           A FastAPI application"), said());
  }

  @Test
  void shouldSayWhatAPresetSets() {
    assertEquals(0, run("presets", "ai-processor"));
    assertTrue(
        said().contains("  sets: --pip timeout=60s --pip retries=10 --smoke-test '"), said());
  }

  @Test
  void shouldWriteTheFilesToStartFrom() throws IOException {
    assertEquals(0, run("presets", "fastapi", "--write", folder.resolve("new").toString()));
    assertTrue(Files.isRegularFile(folder.resolve("new/.dockerignore")));
    assertTrue(Files.readString(folder.resolve("new/app/main.py")).contains("/health"));
    assertFalse(Files.exists(folder.resolve("new/preset.properties")));
    assertTrue(said().contains("ai-image prepare --context " + folder.resolve("new")), said());
  }

  @Test
  void shouldOverwriteNothingAndThenWriteNothing() throws IOException {
    Files.writeString(folder.resolve("requirements.txt"), "mine");
    assertEquals(2, run("presets", "fastapi", "--write", folder.toString()));
    assertTrue(said().contains("requirements.txt already; nothing is overwritten."), said());
    assertEquals("mine", Files.readString(folder.resolve("requirements.txt")));
    assertFalse(Files.exists(folder.resolve("Dockerfile")));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertEquals(2, run("presets", "nothing"));
    assertEquals(2, run("presets", "--write", folder.toString()));
    assertEquals(2, run("presets", "fastapi", "ai-processor"));
    assertTrue(said().contains("There is no preset nothing: choose one of ai-processor, "), said());
  }
}
