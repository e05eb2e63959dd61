package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.tar.TarWriter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trivy itself, where there is one: it must take what is in the folder, and ask nobody. */
class TrivyProgramIT {
  @TempDir private Path folder;

  @Test
  void shouldScanAnImageWithTheDatabaseThatIsThere() throws Exception {
    Optional<Path> trivy = onPath("trivy");
    assumeTrue(trivy.isPresent(), "needs trivy on the PATH");
    Instant now = Instant.now();
    DatabaseArtifact empty =
        DatabaseArtifact.vulnerabilities(
            EmptyBolt.bytes(), now.minusSeconds(60), now.plus(Duration.ofHours(6)));
    Path cache = folder.resolve("cache");
    Path view = folder.resolve("view");
    try (RegistryProcess registry =
        RegistryProcess.open(Files.createDirectory(folder.resolve("registry")))) {
      Digest unused = empty.push(registry.address(), "it/empty", "2");
      String source = "--source=" + registry.address() + "/it/empty:2";
      Said.of(folder, cache, source, "--view=" + view).was(DatabaseResult.FETCHED);
    }
    Path image = folder.resolve("image.tar");
    write(image);
    for (Path used : new Path[] {cache, view}) {
      Process scan =
          new ProcessBuilder(
                  trivy.get().toString(),
                  "image",
                  "--skip-db-update",
                  "--offline-scan",
                  "--scanners=vuln",
                  "--cache-dir=" + used,
                  "--input=" + image)
              .redirectErrorStream(true)
              .start();
      String said = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, scan.waitFor(), said);
    }
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** An image of Debian without packages, as {@code docker save} writes one. */
  private static void write(Path image) throws IOException {
    ByteArrayOutputStream layer = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(layer)) {
      tar.add("etc/os-release", text("ID=debian\nVERSION_ID=\"12\"\n"));
      tar.add("etc/debian_version", text("12.1\n"));
      tar.add("var/lib/dpkg/status", new byte[0]);
    }
    String config =
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\","
            + "\"diff_ids\":[\""
            + Digest.of(layer.toByteArray())
            + "\"]}}";
    try (OutputStream out = Files.newOutputStream(image);
        TarWriter tar = new TarWriter(out)) {
      tar.add("layer.tar", layer.toByteArray());
      tar.add("config.json", text(config));
      String entry = "{\"Config\":\"config.json\",\"RepoTags\":null,\"Layers\":[\"layer.tar\"]}";
      tar.add("manifest.json", text("[" + entry + "]"));
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
