package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
  private static final String BAD = "FROM a:1\nRUN pip install torch>=2 || true\nUSER 1\n";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int lint(String... words) {
    List<String> line = new ArrayList<>(List.of("lint"));
    line.addAll(List.of(words));
    Map<String, String> environment = Map.of("PATH", folder.resolve("bin").toString());
    return new CommandLineInterface(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(line.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("my Dockerfile"), text).toString();
  }

  @ParameterizedTest
  @CsvSource({"error,24", "warning,24", "info,24", "never,0"})
  void shouldFailOnWhatIsAsBadAsAskedFor(String limit, int code) throws IOException {
    assertEquals(code, lint("--fail-on", limit, file(BAD)), out());
    assertTrue(out().contains("my Dockerfile:2: error AI004: torch>=2 is a redirection"), out());
  }

  @Test
  void shouldNotFailOnWhatIsMilder() throws IOException {
    String text = "FROM python:3.11-slim\nUSER 1\n";

    assertEquals(0, lint(file(text)), out());
    assertEquals(0, lint("--fail-on", "warning", file(text)), out());
    assertEquals(24, lint("--fail-on", "info", file(text)), out());
  }

  @Test
  void shouldMendTheFileAndKeepItsPermissions() throws IOException {
    Path file = Path.of(file(BAD));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertEquals(0, lint("--fix", link.toString()), out());

    String mended = Files.readString(file);
    assertTrue(mended.contains("RUN pip install \"torch>=2\"\nUSER 1\n"), mended);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count());
    }
  }

  @Test
  void shouldOnlyShowTheDifferenceInADryRun() throws IOException {
    String file = file(BAD);

    lint("--fix", "--dry-run", file);

    assertEquals(BAD, Files.readString(Path.of(file)));
    assertTrue(out().contains("-RUN pip install torch>=2 || true\n"), out());
    assertTrue(out().contains("+RUN pip install \"torch>=2\"\n"), out());
    assertTrue(out().contains("@@ -1,3 +1,5 @@"), out());
  }

  @Test
  void shouldWriteSarifThatHasWhatTheSchemaRequires() throws IOException {
    assertEquals(24, lint("--format", "sarif", file(BAD)));

    JsonObject sarif = JsonParser.parseString(out()).getAsJsonObject();
    assertEquals("2.1.0", sarif.get("version").getAsString());
    JsonObject run = sarif.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertEquals("ai-image", driver.get("name").getAsString());
    JsonArray rules = driver.getAsJsonArray("rules");
    JsonArray results = run.getAsJsonArray("results");
    assertFalse(results.isEmpty());
    for (JsonElement element : results) {
      JsonObject result = element.getAsJsonObject();
      assertFalse(result.getAsJsonObject("message").get("text").getAsString().isEmpty());
      assertTrue(Set.of("error", "warning", "note").contains(result.get("level").getAsString()));
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertEquals(rule.get("id"), result.get("ruleId"));
      JsonObject place =
          result
              .getAsJsonArray("locations")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("physicalLocation");
      assertTrue(place.getAsJsonObject("region").get("startLine").getAsInt() >= 1);
      String uri = place.getAsJsonObject("artifactLocation").get("uri").getAsString();
      assertTrue(uri.startsWith("file:///") && uri.endsWith("my%20Dockerfile"), uri);
    }
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("AI004"));
  }

  @Test
  void shouldWriteWhatWasFoundToAFile() throws IOException {
    Path json = folder.resolve("found.json");

    lint("--format", "json", "--output", json.toString(), file(BAD));

    JsonObject found = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    JsonObject first = found.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertEquals(
        Set.of("file", "line", "severity", "tool", "rule", "message", "why", "advice", "fixable"),
        first.keySet());
    assertTrue(out().contains("AI004"));
  }

  @Test
  void shouldReportTheRun() throws IOException {
    Path report = folder.resolve("report.json");

    lint("--report", report.toString(), file(BAD));

    JsonObject json = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    assertEquals("lint", json.get("useCase").getAsString());
    assertEquals("FINDINGS", json.getAsJsonObject("failure").get("problem").getAsString());
    assertFalse(json.getAsJsonObject("review").getAsJsonArray("findings").isEmpty());
  }

  @Test
  void shouldAskHadolintWhereItIsAndNotSayTheSameTwice() throws IOException {
    Path hadolint = Files.createDirectory(folder.resolve("bin")).resolve("hadolint");
    Files.writeString(
        hadolint,
        """
        #!/bin/sh
        echo '[{"code":"DL3006","level":"warning","line":1,"message":"Always tag"},
        {"code":"DL3008","level":"info","line":2,"message":"Pin versions"},
        {"code":"DL3059","level":"info","line":4,"message":"Consolidate"}]'
        """);
    Files.setPosixFilePermissions(hadolint, PosixFilePermissions.fromString("rwx------"));
    String file = file("FROM a\nRUN b\n# ai-image: ignore=DL3059\nUSER 1\n");

    lint("--fail-on", "never", file);
    assertTrue(out().contains(":1: warning DL3006: Always tag"), out());
    assertTrue(out().contains(":2: info DL3008: Pin versions"), out());
    assertFalse(out().contains("DK002") || out().contains("DL3059"), out());

    out.reset();
    lint("--tools", "none", file);
    assertTrue(out().contains("DK002") && !out().contains("DL3006"), out());
  }

  @ParameterizedTest
  @CsvSource({
    "--fail-on,bad",
    "--format,xml",
    "--tools,all",
    "--context,/no/such/folder",
    "--output,/no/such/folder/x"
  })
  void shouldNameTheParameterThatIsWrong(String option, String value) throws IOException {
    assertEquals(2, lint(option, value, file(BAD)));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).startsWith("ai-image: " + option), err::toString);
  }

  @Test
  void shouldRefuseInOneSentenceWhatIsNoDockerfile() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {0, 1, (byte) 0xff, 3});
    Path zeros = Files.writeString(folder.resolve("zeros"), "FROM a:1\n\0\n");
    Path large = Files.writeString(folder.resolve("large"), "FROM " + "a".repeat(10_000_000));
    Path wrong = Files.writeString(folder.resolve("wrong"), "FROM a:1\nRNU b\n");
    Path bare = Files.writeString(folder.resolve("bare"), "FROM a:1\nENV A\n");
    Path good = Files.writeString(folder.resolve("good"), BAD);

    for (Path file : List.of(binary, zeros, large, wrong, bare, folder.resolve("none"), folder)) {
      out.reset();
      assertEquals(2, lint("--fix", good.toString(), file.toString()), out());
      List<String> lines = out().lines().toList();
      assertEquals(1, lines.size(), out());
      assertTrue(lines.get(0).contains(file.toString()), out());
    }
    assertEquals(BAD, Files.readString(good));
  }

  @Test
  void shouldEndSoonWithALongLine() throws IOException {
    String file = file("FROM a:1\nRUN " + "pip install a>=1 && ".repeat(20_000) + "true\n");

    assertEquals(24, lint(file));
  }
}
