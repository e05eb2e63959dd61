package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {
  @TempDir private Path upper;
  @TempDir private Path lower;
  private BuildContext beneath;
  private BuildContext context;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(lower.resolve("one"), "1");
    Files.writeString(lower.resolve("two"), "2");
    beneath = BuildContext.of(lower, DockerIgnore.none());
    context = BuildContext.of(upper, DockerIgnore.none()).over(beneath);
  }

  private String digest(String... sources) {
    Selection selection = Selection.of("COPY", sources);
    return context.digests(List.of(selection), new Inventory()).get(0).sha256();
  }

  @Test
  void shouldReadFromBeneathWhatTheFolderLacks() {
    assertEquals(beneath, context.holding(List.of("one")));
    assertEquals(
        beneath.digests(List.of(Selection.of("COPY", "./one")), new Inventory()).get(0).sha256(),
        digest("/one"));
  }

  @Test
  void shouldPreferWhatTheFolderHas() throws IOException {
    String before = digest("one");
    Files.writeString(upper.resolve("one"), "another");
    assertEquals(context, context.holding(List.of("./one")));
    assertNotEquals(before, digest("one"));

    Files.writeString(upper.resolve("one"), "1");
    assertEquals(before, digest("one"));
  }

  @Test
  void shouldRefuseToCopyFromBothAtOnce() throws IOException {
    Files.writeString(upper.resolve("one"), "1");
    ContextException refused =
        assertThrows(ContextException.class, () -> context.holding(List.of("one", "two")));
    assertEquals(
        "The context " + upper + " lacks two, which is copied together with what it has: add it.",
        refused.getMessage());
  }
}
