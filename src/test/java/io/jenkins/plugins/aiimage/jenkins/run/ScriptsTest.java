package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  @TempDir private Path folder;

  @Test
  void shouldStartTheProgramWithItsMarkWhateverTheFoldersAreCalled() throws Exception {
    Path strange = Files.createDirectory(folder.resolve("a b'$(touch pwned)\"c"));
    Path java = Files.writeString(strange.resolve("java"), "#!/bin/sh\nenv; printf '%s|' \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    Path script = Files.writeString(folder.resolve("s"), Scripts.bourne("id-1", "prepare"));

    String said = run(script, strange);

    assertTrue(said.contains("AI_IMAGE_STEP=id-1\n"), said);
    assertTrue(
        said.endsWith(
            "-jar|%1$s/x.jar|prepare|--request|%1$s/request.json|--events|%1$s/events|--lease|%1$s/lease|"
                .formatted(strange)),
        said);
    assertEquals(List.of(), pwned());
  }

  @Test
  void shouldBeginWithALineThatKeepsTheShellSilent() {
    assertTrue(Scripts.bourne("id-1", "prepare").startsWith("#!/bin/sh\n"));
    assertTrue(Scripts.batch("id-1", "prepare").startsWith("@echo off\n"));
  }

  @Test
  void shouldQuoteEveryPathOnWindows() {
    assertEquals(
        "\"%AI_IMAGE_JAVA%\" -XX:+UseSerialGC -Djava.awt.headless=true -jar \"%AI_IMAGE_JAR%\""
            + " prepare --request \"%AI_IMAGE_FOLDER%\\request.json\""
            + " --events \"%AI_IMAGE_FOLDER%\\events\" --lease \"%AI_IMAGE_FOLDER%\\lease\"",
        Scripts.batch("id-1", "prepare").lines().toList().get(2));
  }

  private String run(Path script, Path strange) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString()).directory(folder.toFile());
    builder.environment().put("AI_IMAGE_JAVA", strange.resolve("java").toString());
    builder.environment().put("AI_IMAGE_JAR", strange.resolve("x.jar").toString());
    builder.environment().put("AI_IMAGE_FOLDER", strange.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private List<Path> pwned() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("pwned")).toList();
    }
  }
}
