package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against descriptions as podman 4.3 writes them. */
class StoreIndexesTest {
  private static final String PART = "a1".repeat(32);
  private static final String OTHER = "b2".repeat(32);
  private static final String INDEX = "c3".repeat(32);

  @TempDir private Path store;
  private Path images;

  @BeforeEach
  void describeImages() throws IOException {
    images = Files.createDirectories(store.resolve("overlay-images"));
    Files.writeString(
        images.resolve("images.json"),
        """
        [{"id":"%s","big-data-names":["sha256:%s","manifest-sha256:11","manifest"]},
         {"id":"%s","big-data-names":["sha256:%s","manifest-sha256:22","manifest"]},
         {"id":"%s","names":["localhost/list:1"],"big-data-names":["manifest","instances.json"]}]
        """
            .formatted(PART, PART, OTHER, OTHER, INDEX));
  }

  private void describeIndex(String manifests) throws IOException {
    Files.writeString(
        Files.createDirectories(images.resolve(INDEX)).resolve("manifest"),
        "{\"schemaVersion\":2,\"manifests\":" + manifests + "}");
  }

  private Set<String> parts() throws EngineException {
    Path containers = store.resolve("overlay-containers");
    return StoreIndexes.of(new Store.Facts("4.3.1", "linux/amd64", containers, "crun")).parts();
  }

  @Test
  void shouldFindWhatAnIndexIsMadeOf() throws Exception {
    describeIndex("[{\"digest\":\"sha256:11\"},{\"digest\":\"sha256:33\"}]");
    assertEquals(Set.of("sha256:" + PART), parts());
  }

  @Test
  void shouldTakeAnIndexThatHasNoPartYet() throws Exception {
    describeIndex("null");
    assertEquals(Set.of(), parts());
  }

  @Test
  void shouldFindNothingInAStoreThatIsEmpty() throws Exception {
    Files.delete(images.resolve("images.json"));
    assertEquals(Set.of(), parts());
  }

  @Test
  void shouldNotGuessWhatItCannotRead() throws IOException {
    Files.writeString(images.resolve("images.json"), "[{");
    assertEquals(Problem.ENGINE_LOST, assertThrows(EngineException.class, this::parts).problem());
  }

  @Test
  void shouldNotGuessWhatAnIndexIsMadeOf() {
    assertEquals(Problem.ENGINE_LOST, assertThrows(EngineException.class, this::parts).problem());
  }
}
