package io.jenkins.plugins.aiimage.jenkins.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIndexTest {
  @TempDir private Path folder;
  private JobIndex index;
  private Path file;

  @BeforeEach
  void make() {
    index = new JobIndex(folder);
    file = folder.resolve(JobIndex.NAME);
  }

  @Test
  void shouldKeepRunsByTheNumbersOfTheirBuilds() throws IOException {
    // Build 2 ended before build 1.
    for (int build : List.of(2, 1, 10, 9)) {
      index.add(Indexed.hit(build));
    }

    assertEquals(List.of("1", "2", "9", "10"), Indexed.builds(index.all()));
    assertEquals(index.all(), index.recent());
  }

  @Test
  void shouldChangeNothingWhenARunIsAddedTwice() throws IOException {
    index.add(Indexed.hit(1));
    index.add(Indexed.hit(2));

    index.add(Indexed.hit(1));

    assertEquals(List.of(Indexed.hit(1).entry(), Indexed.hit(2).entry()), index.all());
  }

  @Test
  void shouldKeepTheNewestRunsWhenItGrowsTooLarge() throws IOException {
    List<String> lines = new ArrayList<>();
    int builds = JobIndex.MOST_BYTES / Indexed.hit(1000).line().length();
    for (int build = 1; build <= builds; build++) {
      lines.add(Indexed.hit(build).line());
    }
    Files.write(file, lines);

    for (int build = builds + 1; build <= builds + 50; build++) {
      index.add(Indexed.hit(build));
    }

    assertTrue(Files.size(file) < JobIndex.MOST_BYTES, Files.size(file) + " bytes");
    List<String> kept = Indexed.builds(index.all());
    assertTrue(kept.size() >= JobIndex.KEPT_RUNS, kept.size() + " runs");
    assertTrue(kept.size() < builds, kept.size() + " runs");
    assertEquals(String.valueOf(builds + 50), kept.get(kept.size() - 1));
    assertEquals(JobIndex.RECENT_BUILDS, index.recent().size());
    assertOnlyTheIndexIsThere();
  }

  private void assertOnlyTheIndexIsThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void shouldPassOverWhatIsNoRun() throws IOException {
    String line = Indexed.hit(7).line();
    Files.write(
        file,
        List.of(
            "",
            "{\"step\":\"a\",",
            line.substring(0, line.length() - 9),
            line.replace("\"run\":\"7\"", "\"run\":\"../../7\""),
            line.replace("\"run\":\"7\"", "\"run\":\"0\""),
            line.replace("\"run\":\"7\"", "\"run\":\"99999999999\""),
            line.replace("step-7", "<script>"),
            line.replace("\"v\":1", "\"v\":2"),
            line));
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xc3, 0, '\n'}, StandardOpenOption.APPEND);

    index.add(Indexed.hit(8));

    assertEquals(List.of("7", "8"), Indexed.builds(index.all()));
  }

  @Test
  void shouldNotAddToALineThatACrashHasCut() throws IOException {
    Files.writeString(file, Indexed.hit(1).line() + "\n" + "{\"step\":\"cut", ISO_8859_1);

    index.add(Indexed.hit(2));

    assertEquals(List.of("1", "2"), Indexed.builds(index.all()));
  }

  @Test
  void shouldPutOlderRunsBeforeThoseThatAreThere() throws IOException {
    index.add(Indexed.hit(5));

    index.complete(List.of(Indexed.hit(3), Indexed.hit(4), Indexed.hit(5)));

    assertEquals(List.of("3", "4", "5"), Indexed.builds(index.all()));
    assertEquals(3, Files.readAllLines(file).size());
  }

  @Test
  void shouldBeEmptyWhereNothingWasFound() throws IOException {
    index.complete(List.of());

    assertEquals(0, Files.size(file));
    assertEquals(List.of(), index.all());
  }

  /** Of the build at the cut, steps may be missing: half of it would look like a hit. */
  @Test
  void shouldLeaveOutABuildThatTheRecentOnesBeginIn() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int build = 1; build <= 60; build++) {
      for (int step = 0; step < 5; step++) {
        lines.add(new IndexedRun("step-" + build + "-" + step, Indexed.hit(build).entry()).line());
      }
    }
    Files.write(file, lines);

    List<String> recent = Indexed.builds(index.recent());

    assertFalse(recent.contains("1"));
    assertEquals(60 - Integer.parseInt(recent.get(0)) + 1, recent.size());
    assertTrue(recent.size() > 20, recent.size() + " builds");
  }
}
