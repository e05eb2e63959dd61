package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.CommandLineInterface;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code ai-image trivy-db} answered.
 *
 * @param report null if the words were refused
 */
record Said(int code, String out, RunReport report) {
  private static final int REFUSED = 2;

  /**
   * Runs it.
   *
   * @param home of whoever calls
   */
  static Said of(Path home, Path cache, String... more) throws IOException {
    Path report = Files.createTempFile(home, "report", ".json");
    List<String> words = new ArrayList<>(List.of("trivy-db", "--cache-dir=" + cache));
    words.add("--report=" + report);
    words.addAll(List.of(more));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new CommandLineInterface(environment(home), stream, stream)
            .run(words.toArray(String[]::new));
    String text = out.toString(StandardCharsets.UTF_8);
    String json = Files.readString(report);
    assertEquals(code == REFUSED, json.isEmpty(), text);
    return new Said(code, text, code == REFUSED ? null : ReportJson.read(json));
  }

  static Map<String, String> environment(Path home) {
    return Map.of("HOME", home.toString(), "AI_IMAGE_STATE", home.resolve("state").toString());
  }

  List<DatabaseReport> databases() {
    return report.details(DatabasesReport.class).orElseThrow().databases();
  }

  DatabaseReport first() {
    return databases().get(0);
  }

  void was(DatabaseResult result) {
    assertEquals(0, code, out);
    assertEquals(result, first().result(), out);
  }
}
