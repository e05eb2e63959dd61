package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class IndexKeyTest {
  @Test
  void shouldNeverChange() {
    assertEquals(
        "b5646d6114b1e2f63442967172b60260f6becd33f3296fb80b57ce471157e40d",
        IndexKey.of(Map.of("linux/amd64", "1", "linux/arm64", "2")));
  }

  @Property(tries = 200)
  void shouldDependOnEveryKeyAndOnNoOrder(@ForAll @NotEmpty Map<String, String> keys) {
    String key = IndexKey.of(keys);
    assertEquals(key, IndexKey.of(new TreeMap<>(keys).descendingMap()));
    Map<String, String> changed = new TreeMap<>(keys);
    changed.replaceAll((platform, old) -> old + "x");
    assertNotEquals(key, IndexKey.of(changed));
  }
}
