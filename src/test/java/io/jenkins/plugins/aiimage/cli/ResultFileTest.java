package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --result}: for a caller that wants what the step returns. */
class ResultFileTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return new CommandLineInterface(
            Map.of("PATH", folder.toString(), "AI_IMAGE_STATE", folder.resolve("state").toString()),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(words);
  }

  private JsonObject written() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("result.json")))
        .getAsJsonObject();
  }

  private String result() {
    return "--result=" + folder.resolve("result.json");
  }

  @Test
  void shouldHaveTheMembersOfTheStepsMap() throws Exception {
    int code = run("trivy-db", "--dry-run", "--cache-dir=" + folder, result());

    assertEquals(0, code, err.toString(StandardCharsets.UTF_8));
    assertTrue(written().getAsJsonArray("environment").isEmpty(), written().toString());
    assertTrue(written().getAsJsonArray("databases").isEmpty(), written().toString());
    assertTrue(written().get("path").isJsonNull(), written().toString());
  }

  @Test
  void shouldSayWhyARunCouldNotEvenBegin() throws Exception {
    assertEquals(2, run("clean", "--keep=x", result()));

    JsonObject failure = written().getAsJsonObject("failure");
    assertEquals("INPUT", failure.get("problem").getAsString());
    String sentence = failure.get("message").getAsString();
    assertTrue(sentence.startsWith("--keep: "), sentence);
    assertEquals("ai-image: " + sentence, err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void shouldSayWhyTheRequestCannotBeRead() throws Exception {
    Path request = Files.writeString(folder.resolve("request.json"), "{\"colour\": 1}");

    assertEquals(2, run("prepare", "--request=" + request, result()));

    String sentence = written().getAsJsonObject("failure").get("message").getAsString();
    assertTrue(sentence.contains("there is no parameter colour"), sentence);
  }

  @Test
  void shouldSayOnceThatItCannotBeWritten() {
    assertEquals(2, run("clean", "--result=" + folder + "/none/result.json"));

    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith("ai-image: --result: "), said);
    assertEquals(1, said.lines().count(), said);
  }
}
