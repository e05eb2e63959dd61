package io.jenkins.plugins.aiimage.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.report.Stories;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MetricsTest {
  /** A sample of the text format: a name, labels with escaped values, a number. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "ai_image_[a-z_]+\\{[a-z]+=\"(\\\\[\\\\\"n]|[^\\\\\"\n])*\""
              + "(,[a-z]+=\"(\\\\[\\\\\"n]|[^\\\\\"\n])*\")*} [0-9]+(\\.[0-9]+)?");

  private static String metrics(List<HistoryEntry> runs) {
    return Metrics.of(ImageHistory.of(runs));
  }

  private static void check(String text) {
    Set<String> series = new HashSet<>();
    Set<String> families = new HashSet<>();
    String family = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# HELP ")) {
        family = line.split(" ", -1)[2];
        assertTrue(families.add(family), family + " is told twice");
      } else if (!line.startsWith("# TYPE ") && !line.isEmpty()) {
        assertTrue(SAMPLE.matcher(line).matches(), line);
        assertTrue(line.startsWith(family + "{"), line);
        assertTrue(series.add(line.substring(0, line.lastIndexOf(' '))), line);
      }
    }
    assertTrue(text.isEmpty() || text.endsWith("\n"));
  }

  @Test
  void shouldTellOfAnImageByTheConventionsOfPrometheus() {
    String text = metrics(Runs.months(50));

    check(text);
    String image = "{label=\"AI Processor\",repository=\"" + Runs.IMAGE + "\"";
    for (String line :
        List.of(
            "# HELP ai_image_runs Runs that are known, by how they ended.",
            "# TYPE ai_image_runs gauge",
            "ai_image_runs" + image + ",result=\"failed\"} 2",
            "ai_image_failed_attempts" + image + ",cause=\"transient\",index=\"pypi.org\"} 4",
            "ai_image_last_run_timestamp_seconds" + image + ",result=\"resumed\"} 1772622900",
            "ai_image_size_bytes" + image + "} 6247000000")) {
      assertTrue(text.lines().anyMatch(line::equals), line + " is not in\n" + text);
    }
  }

  @Test
  void shouldTellOfJobsAndAgents() {
    Instant now = Instant.parse("2026-03-04T00:00:00Z");
    MachineNote agent =
        new MachineNote(
            "gpu \"1\"",
            Map.of("java", new MachineNote.Database(now.minusSeconds(90), now)),
            Optional.of(new MachineNote.Storage("/var/lib/docker", 7, 20, now)));
    MachineNote future =
        new MachineNote(
            "b",
            Map.of("java", new MachineNote.Database(now.plusSeconds(9), now)),
            Optional.empty());

    String text =
        Metrics.of(
            new TreeMap<>(
                Map.of(
                    "team/one", ImageHistory.of(Runs.months(3)),
                    "two", ImageHistory.of(Runs.months(2)))),
            List.of(agent, future),
            now);

    check(text);
    for (String line :
        List.of(
            "ai_image_runs{job=\"two\",label=\"AI Processor\",repository=\""
                + Runs.IMAGE
                + "\",result=\"hit\"} 1",
            "ai_image_trivy_database_age_seconds{agent=\"gpu \\\"1\\\"\",database=\"java\"} 90",
            "ai_image_trivy_database_age_seconds{agent=\"b\",database=\"java\"} 0",
            "ai_image_engine_storage_free_bytes{agent=\"gpu \\\"1\\\"\","
                + "folder=\"/var/lib/docker\"} 7")) {
      assertTrue(text.lines().anyMatch(line::equals), line + " is not in\n" + text);
    }
  }

  @Test
  void shouldSayNothingOfNoRuns() {
    assertEquals("", metrics(List.of()));
  }

  @Test
  void shouldEscapeWhateverAPhaseIsCalled() {
    List<HistoryEntry> runs = new ArrayList<>(Runs.months(3));
    runs.add(HistoryEntry.of("1", Stories.fold(Stories.hostile())).orElseThrow());

    check(metrics(runs));
  }

  @Property(tries = 300)
  void shouldEscapeAnyName(@ForAll String phase, @ForAll String other) {
    List<PhaseTime> phases =
        List.of(Runs.built(phase, 1), Runs.built(other, 2), Runs.built("a\\\"\nb", 3));
    check(metrics(List.of(Runs.run(1, RunResult.BUILT, phases))));
  }

  @Test
  void shouldBeDocumented() throws IOException {
    new GeneratedTable("metrics.md", "metrics")
        .shouldHold(
            () -> {
              StringBuilder table =
                  new StringBuilder("| metric | labels | meaning |\n|---|---|---|\n");
              for (Metric metric : Metric.values()) {
                table.append("| `" + metric.id() + "` | " + metric.labels() + " | ");
                table.append(metric.help() + " |\n");
              }
              return table.toString();
            });
  }
}
