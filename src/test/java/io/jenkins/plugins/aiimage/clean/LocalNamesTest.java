package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.engine.Stock.StoredImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalNamesTest {
  private static final String KEY = "key-" + "a1".repeat(32);

  private static Map<String, NamedImage> of(List<String> wanted, String... names) {
    StoredImage image = new StoredImage("sha256:1", Optional.empty(), 1, List.of(names));
    return LocalNames.of(image, wanted, Map.of());
  }

  @Test
  void shouldTellItsOwnNamesFromThoseOfPeople() {
    NamedImage image =
        of(List.of(), "r:5000/x:" + KEY, "r:5000/x:latest", "y:key-1").get("r:5000/x");
    assertEquals(List.of("r:5000/x:" + KEY), image.own());
    assertEquals(List.of("r:5000/x:latest", "y:key-1"), image.others());
  }

  @Test
  void shouldFindARepositoryInWhateverRegistry() {
    String[] names = {"x:" + KEY, "localhost/x:" + KEY, "r:5000/x:" + KEY, "r:5000/other/x:" + KEY};
    assertEquals(Set.of("x", "localhost/x", "r:5000/x"), of(List.of("x"), names).keySet());
  }

  @Test
  void shouldSayNothingOfAnImageThatItDidNotName() {
    assertEquals(Map.of(), of(List.of(), "x:latest", "x:key-12", "x@sha256:" + "0".repeat(64)));
  }

  @Test
  void shouldHoldWhatAContainerUses() {
    StoredImage image = new StoredImage("sha256:1", Optional.empty(), 1, List.of("x:" + KEY));
    assertEquals(
        Optional.of("a container uses it"),
        LocalNames.of(image, List.of(), Map.of("sha256:1", "a container uses it"))
            .get("x")
            .heldBy());
  }
}
