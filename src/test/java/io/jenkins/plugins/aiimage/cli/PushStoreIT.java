package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.CacheResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of the store of podman and buildah. */
class PushStoreIT {
  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private PushLab lab;

  @BeforeEach
  void findLab() {
    lab = PushLab.in(folder);
  }

  private void build(String program, String name) throws IOException {
    Path context = Files.createDirectories(folder.resolve("context"));
    Files.writeString(context.resolve("data"), UUID.randomUUID().toString());
    Path recipe =
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY data /data\n");
    Said said =
        program.equals("podman")
            ? lab.lab().says("podman", "build", "-t", name, "-f", "" + recipe, "" + context)
            : lab.lab().says("buildah", "bud", "-t", name, "-f", "" + recipe, "" + context);
    assertEquals(0, said.exitCode(), said.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldSendWhatTheStoreHasAndThenNothing(String program) throws IOException {
    try (ContainersStore store = ContainersStore.in(folder.resolve("store"), lab.lab(), program)) {
      build(program, image + ":1");
      String registry = store.lab().registry();
      String[] words = {image + ":1", "--registry=" + registry, "--builder=" + program};

      lab.pushed(words);

      String digest = PushLab.digest(lab.repository(image), "1");
      assertEquals(Optional.of(digest), lab.told().image().digest());
      assertEquals(digest, lab.inspected(registry + "/" + image + ":1"));
      assertEquals(
          0, lab.lab().says(program, "inspect", "--type", "image", image + ":1").exitCode());
      String again = lab.pushed(words);
      assertEquals(Optional.of(CacheResult.HIT), lab.told().image().cache(), again);
      assertEquals(Optional.of(digest), lab.told().image().digest());
      String id = lab.lab().says(program, "images", "--quiet", "--no-trunc").out().strip();
      String byId =
          lab.pushed(
              id, words[1], words[2], "--repository=" + image + "/prod", "--tag=1", "--tag=2");
      assertTrue(byId.contains("tagged " + registry + "/" + image + "/prod:2"), byId);
      assertTrue(lab.lab().says(program, "images").out().contains(image), byId);
    }
  }
}
