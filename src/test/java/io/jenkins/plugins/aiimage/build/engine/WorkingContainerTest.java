package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingContainerTest {
  private static final String LAYER =
      "62e6ce3c150d719b5e2062698cc778e384d0f7257bbe8c63894c8046897add52";

  @TempDir private Path folder;

  /** The members that count of what buildah 1.28 writes. */
  private void container(String id, String name, String secrets) throws IOException {
    Path data = Files.createDirectories(folder.resolve(id).resolve("userdata"));
    Files.writeString(
        data.resolve("buildah.json"),
        """
        {"type": "buildah 0.0.1", "container-name": "%s", "container-id": "%s",
         "mountpoint": "/var/lib/containers/storage/overlay/%s/merged",
         "CommonBuildOpts": {"AddHost": [], "Secrets": %s}}
        """
            .formatted(name, id, LAYER, secrets));
  }

  @Test
  void shouldFindThoseOfOneBuildAmongOthers() throws IOException {
    container("a1", "working-container", "[\"id=ai-image,src=/tmp/ai-image-1/mark\"]");
    container("b2", "x-working-container", "[\"id=ai-image,src=/tmp/ai-image-12/mark\"]");
    container("c3", "working-container-1", "null");
    Files.createDirectories(folder.resolve("of-podman/userdata"));
    assertEquals(
        List.of(new WorkingContainer("a1", LAYER)),
        WorkingContainer.marked(folder, "/tmp/ai-image-1/mark"));
    assertEquals(List.of(), WorkingContainer.marked(folder, "/tmp/ai-image-2/mark"));
  }

  @Test
  void shouldPassOverADescriptionThatIsBeingWritten() throws IOException {
    Path data = Files.createDirectories(folder.resolve("a1/userdata"));
    Files.writeString(data.resolve("buildah.json"), "{\"container-id\": \"a1");
    assertEquals(List.of(), WorkingContainer.marked(folder, "/tmp/ai-image-1/mark"));
    assertEquals(List.of(), WorkingContainer.marked(folder.resolve("none"), "x"));
  }

  @Test
  void shouldTakeNoProcessOfThisMachineForOneInAContainer() {
    assertEquals(List.of(), new WorkingContainer("a1", LAYER).processes());
    assertEquals(List.of(), new WorkingContainer("a1", "").processes());
  }
}
