import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.history.FailedAttempts;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.html.ReportPage;
import io.jenkins.plugins.aiimage.report.html.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a history of so many runs, or makes a page of one: milliseconds of the first, of a warm
 * JVM.
 */
public final class HistoryBench {
  private static final int RUNS = 21;

  private HistoryBench() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    if (arguments.length > 1) {
      Files.write(file, lines(Integer.parseInt(arguments[1])));
      return;
    }
    long cold = milliseconds(file);
    long[] warm = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      warm[i] = milliseconds(file);
    }
    Arrays.sort(warm);
    System.out.println(cold + " " + warm[RUNS / 2]);
  }

  private static long milliseconds(Path file) throws IOException {
    long start = System.nanoTime();
    List<HistoryEntry> entries = HistoryLines.read(Files.readAllLines(file));
    Words words = Words.in(Locale.ENGLISH, ZoneOffset.UTC);
    String page = new ReportPage(words).render(List.of(), entries);
    if (page.isEmpty()) {
      throw new IllegalStateException("no page");
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RunResult result = RunResult.values()[i % 4];
      PhaseResult phase = result == RunResult.HIT ? PhaseResult.HIT : PhaseResult.BUILT;
      List<PhaseTime> phases = new ArrayList<>();
      for (String name : List.of("system", "torch", "transformers", "model", "app")) {
        phases.add(new PhaseTime(name, phase, Duration.ofSeconds(i % 600)));
      }
      lines.add(
          HistoryLines.write(
              new HistoryEntry(
                  String.valueOf(i),
                  Instant.EPOCH.plus(Duration.ofHours(i)),
                  "Image " + i % 5,
                  "registry.example.com/image",
                  "9f2c".repeat(16),
                  Optional.of("sha256:" + "4be1".repeat(16)),
                  result,
                  Duration.ofSeconds(i % 3000),
                  Optional.empty(),
                  phases,
                  Optional.of(6_000_000_000L),
                  List.of(new FailedAttempts(Cause.INDEX, Optional.of("pypi.org"), 1)),
                  Duration.ZERO)));
    }
    return lines;
  }
}
