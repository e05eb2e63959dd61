package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.process.Abort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfWrittenImagesIT {
  @TempDir private Path folder;
  private StoreClient client;

  @BeforeEach
  void makeAStore() throws Exception {
    Path configuration =
        Files.writeString(
            folder.resolve("storage.conf"),
            "[storage]\ndriver = \"vfs\"\ngraphroot = \"%s\"\nrunroot = \"%s\"\n"
                .formatted(folder.resolve("root"), folder.resolve("run")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("CONTAINERS_STORAGE_CONF", configuration.toString());
    Optional<StoreClient> buildah = StoreClient.onPath("buildah", environment, new Abort());
    assumeTrue(buildah.isPresent(), "no buildah: apt-get install buildah");
    client = buildah.get();
    assumeTrue(client.run("images").succeeded(), "buildah can have no store in " + folder);
  }

  private String image(String base, String label) throws EngineException {
    String container = client.must("from", base).strip();
    // With a layer of its own and no name: then its place among the others is looked for.
    String unused =
        client.must("copy", container, folder.resolve("storage.conf").toString(), "/" + label);
    unused = client.must("config", "--label", "a=" + label, container);
    String id = client.must("commit", "--quiet", "--rm", container).strip();
    return id.substring(id.indexOf(':') + 1);
  }

  private List<String> images() throws EngineException {
    return client.must("images", "--quiet", "--no-trunc").lines().toList();
  }

  /** As a writer leaves it that is killed after the image and before its manifest. */
  private void spoil(String id) throws IOException {
    Path file = folder.resolve("root/vfs-images/images.json");
    JsonArray images = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    for (JsonElement image : images) {
      JsonObject known = image.getAsJsonObject();
      if (known.get("id").getAsString().equals(id)) {
        List.of("names", "digest", "big-data-names", "big-data-sizes", "big-data-digests")
            .forEach(known::remove);
      }
    }
    Files.writeString(file, images.toString());
    try (Stream<Path> written = Files.list(file.resolveSibling(id))) {
      for (Path each : written.toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void shouldRemoveAnImageThatNobodyCanReadAndNoOther() throws Exception {
    String whole = image("scratch", "whole");
    String half = image(whole, "half");
    spoil(half);
    assertFalse(client.run("images").succeeded());

    new HalfWrittenImages(client).remove();

    assertEquals(List.of("sha256:" + whole), images());
  }

  @Test
  void shouldRemoveNothingWhereAllCanBeRead() throws Exception {
    String whole = image("scratch", "whole");
    new HalfWrittenImages(client).remove();
    assertTrue(images().contains("sha256:" + whole));
  }
}
