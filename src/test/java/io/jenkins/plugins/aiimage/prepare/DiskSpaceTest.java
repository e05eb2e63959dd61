package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSpaceTest {
  private static final String IMAGE = "r.example/x";

  @TempDir private Path folder;

  private Optional<String> warning(String took, long free) {
    StateFolder state = new StateFolder(folder);
    state.write("sizes", Digest.of(IMAGE.getBytes(StandardCharsets.UTF_8)).hex(), took);
    return new DiskSpace(state, IMAGE)
        .warning(new PrepareEvent.StorageMeasured("/var/lib/docker", free, 100_000_000_000L));
  }

  @Test
  void shouldSayHowMuchIsLeftWhereAndWhatTheImageTook() {
    String warning = warning("6100000000", 2_000_000_000L).orElseThrow();

    assertTrue(warning.contains("2.0 GB left in /var/lib/docker"), warning);
    assertTrue(warning.contains("this image took 6.1 GB the last time"), warning);
  }

  @ParameterizedTest
  @CsvSource({"6100000000,6100000000", "spoilt,0", "'',0"})
  void shouldSayNothingWhereItFitsOrNobodyKnows(String took, long free) {
    assertEquals(Optional.empty(), warning(took, free));
  }

  @Test
  void shouldSayNothingOfAnImageThatWasNeverBuiltHere() {
    warning("6100000000", 0);

    assertEquals(
        Optional.empty(),
        new DiskSpace(new StateFolder(folder), "r.example/y")
            .warning(new PrepareEvent.StorageMeasured("/var/lib/docker", 0, 0)));
  }
}
