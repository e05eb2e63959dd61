package io.jenkins.plugins.aiimage.jenkins.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLinksTest {
  @Test
  void shouldLinkOnlyToBuildsThatAreKept(@TempDir Path builds) throws IOException {
    Files.createDirectory(builds.resolve("2"));
    List<HistoryEntry> entries = Runs.months(2);

    assertEquals(Optional.empty(), new BuildLinks(builds, "../").to(entries.get(0)));
    assertEquals(Optional.of("../2/aiImages/"), new BuildLinks(builds, "../").to(entries.get(1)));
  }
}
