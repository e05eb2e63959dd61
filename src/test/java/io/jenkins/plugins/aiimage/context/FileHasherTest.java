package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHasherTest {
  @TempDir private Path root;

  @Test
  void shouldKeepTheOrderOfFilesAndOfWhatIsNotRead() throws IOException {
    Path large = Files.write(root.resolve("large"), new byte[3 << 20]);
    Path small = Files.writeString(root.resolve("small"), "s");
    List<Integer> order = new ArrayList<>();
    try (FileHasher hasher = new FileHasher(root)) {
      for (int i = 0; i < 3000; i += 3) {
        int number = i;
        boolean first = i % 300 == 0;
        hasher.hash(first ? large : small, first ? 3 << 20 : 1, hash -> order.add(number));
        hasher.inTurn(() -> order.add(number + 1));
        hasher.inTurn(() -> order.add(number + 2));
      }
      hasher.finish();
    }
    assertEquals(IntStream.range(0, 3000).boxed().toList(), order);
  }

  @Test
  void shouldHashFilesLongerThanTheBuffer() throws IOException {
    byte[] content = new byte[300_001];
    content[300_000] = 1;
    Path file = Files.write(root.resolve("file"), content);
    try (FileHasher hasher = new FileHasher(root)) {
      hasher.hash(
          file,
          content.length,
          hash -> assertArrayEquals(Fingerprint.sha256().digest(content), hash));
    }
  }

  @Test
  void shouldRefuseAFileThatGrowsShrinksOrVanishes() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "four");
    for (long size : new long[] {3, 5}) {
      assertEquals(
          "The context's file changed while it was read: build from files that nothing writes to.",
          problem(file, size));
    }
    assertEquals(
        "The context's gone vanished while the context was read: build from files that nothing"
            + " writes to.",
        problem(root.resolve("gone"), 1));
  }

  private String problem(Path file, long size) {
    try (FileHasher hasher = new FileHasher(root)) {
      return assertThrows(ContextException.class, () -> hasher.hash(file, size, hash -> {}))
          .getMessage();
    }
  }
}
