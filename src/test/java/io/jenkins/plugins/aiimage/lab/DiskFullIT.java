package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine whose disk is too small for the build. */
class DiskFullIT {
  private static final long DISK = 300_000_000;

  @TempDir private static Path folder;
  private static Lab lab;
  private static LoopDisk disk;
  private static OwnEngine engine;

  @BeforeAll
  static void startOnSmallDisk() throws IOException, InterruptedException {
    lab = Lab.required(folder.resolve("state"));
    disk = LoopDisk.mount(folder, DISK);
    engine = OwnEngine.start(disk.folder().resolve("lab"), lab);
    lab.set("DOCKER_HOST", engine.host());
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (engine != null) {
      engine.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"docker, 400", "buildkit, 400", "docker, 180"})
  void shouldSayThatTheDiskIsFull(String builder, int megabytes) throws IOException {
    Path own = Files.createTempDirectory(folder, "experiment");
    Path report = own.resolve("report.json");
    String dockerfile =
        """
        FROM scratch
        COPY busybox /bin/busybox
        SHELL ["/bin/busybox", "sh", "-c"]
        # phase: filling
        RUN busybox dd if=/dev/zero of=/big bs=1M count=%s
        """
            .formatted(megabytes);
    Path context = Lab.context(own.resolve("context"), Map.of("Dockerfile", dockerfile));

    Said failed =
        lab.aiImage(
            "prepare",
            "--context=" + context,
            "--image=" + Lab.newImage(),
            "--builder=" + builder,
            "--report=" + report);

    assertEquals(Problem.DISK_FULL.exitCode(), failed.exitCode(), failed.out());
    assertEquals(List.of("DISK_FULL"), Report.read(report).ofFailures("cause"), failed.out());
  }
}
