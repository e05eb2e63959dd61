package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeavyPackagesDocumentTest {
  @Test
  void shouldDocumentEveryWeight() throws IOException {
    new GeneratedTable("diagnosing.md", "weights").shouldHold(HeavyPackagesDocumentTest::table);
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| package | about |\n|---|---|\n");
    for (String name : HeavyPackages.names()) {
      long bytes = HeavyPackages.weight(name).orElseThrow().bytes();
      table.append("| `" + name + "` | " + Sizes.words(bytes) + " |\n");
    }
    long others = HeavyPackages.weight("nvidia-other").orElseThrow().bytes();
    return table.append("| other `nvidia-…` | " + Sizes.words(others) + " |\n").toString();
  }

  @Test
  void shouldTellSlowPackagesFromOthers() {
    assertEquals(Optional.of("torch"), HeavyPackages.slowAmong(List.of("numpy", "torch")));
    assertEquals(Optional.empty(), HeavyPackages.slowAmong(List.of("numpy", "fastapi")));
    assertTrue(HeavyPackages.weight("fastapi").isEmpty());
  }
}
