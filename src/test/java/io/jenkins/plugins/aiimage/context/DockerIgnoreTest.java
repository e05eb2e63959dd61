package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {
  /** The files of the contexts that were sent to a Docker engine to learn what it hides. */
  private static final List<String> FILES =
      List.of(
          "#hash",
          ".dockerignore",
          "Dockerfile",
          "a/b/f",
          "a/f",
          "ab/z",
          "ax/b",
          "c/d/foo.txt",
          "sp ace",
          "top");

  private static DockerIgnore rules(String text) {
    return DockerIgnore.parse(".dockerignore", text);
  }

  /** Rules ({@code |} ends a line) and what Docker 20.10 and 28 both hid of {@link #FILES}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '"',
      value = {
        "a**b;a/b/f ab/z ax/b",
        "a**/b;a/b/f ab/z ax/b",
        "a/**;a/b/f a/f",
        "a**;a/b/f a/f ab/z ax/b",
        "**f;a/b/f a/f",
        " #hash;#hash",
        "#hash;",
        "*|! top;#hash .dockerignore Dockerfile a/b/f a/f ab/z ax/b c/d/foo.txt sp_ace",
        ".;",
        "/;",
        "../top;",
        "Dockerfile|.dockerignore;.dockerignore Dockerfile",
        "\uFEFFtop;top",
        "top\r|a\r;a/b/f a/f top",
        "**|!a;#hash .dockerignore Dockerfile ab/z ax/b c/d/foo.txt sp_ace top",
        "*|!a/b;#hash .dockerignore Dockerfile a/f ab/z ax/b c/d/foo.txt sp_ace top",
        "[^t]op;",
        "a[^x]b;a/b/f",
        "a[!x];ax/b",
        "a[b-x];ab/z ax/b",
        "{top,a};",
        "**/b|!a/b/f;ax/b",
        "/top;top",
        "./top;top",
        "a/../top/;top",
        "**/foo.txt;c/d/foo.txt",
        "c/*/foo.???;c/d/foo.txt",
        "sp\\ ace;sp_ace",
        // Where the two disagree, or one prunes too much, nothing is hidden.
        "a/b|!a;",
        "*|!**/foo.txt;#hash .dockerignore Dockerfile a/b/f a/f ab/z ax/b sp_ace top",
        "a|!a/b|a;a/f",
      })
  void shouldHideWhatDockerHides(String text, String expected) {
    DockerIgnore ignore = rules(text.replace('|', '\n'));
    List<String> hidden = FILES.stream().filter(ignore::excludes).toList();
    assertEquals(expected == null ? "" : expected.replace('_', ' '), String.join(" ", hidden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[", "a[]", "[]a]", "[-]", "a\\", "!", "! ", "!/", "[a-", "[z-a]"})
  void shouldNameFileAndLineOfMalformedPattern(String pattern) {
    String message =
        assertThrows(ContextException.class, () -> rules("# x\n\n" + pattern)).getMessage();
    assertTrue(message.startsWith(".dockerignore, line 3: «"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void shouldSayWhichRuleHid() {
    DockerIgnore ignore = rules("# data\n*.bin\n  models/ \n!models/keep\n");
    assertEquals(
        "line 3 of .dockerignore (models/)",
        ignore.hiddenBy("models/big/x.pt").orElseThrow().toString());
    assertTrue(ignore.hiddenBy("models/keep/x.pt").isEmpty());
  }

  @Test
  void shouldPruneOnlyWhereNoExceptionReaches() {
    DockerIgnore.Scope top = rules("*\n!src/app\n!docs/*.md\n!x[a-c]/y").top();
    assertTrue(top.mayRevealBelow("src"));
    assertTrue(top.mayRevealBelow("docs"));
    assertTrue(top.mayRevealBelow("xb"));
    assertEquals(false, top.mayRevealBelow("node_modules"));
    assertEquals(false, top.mayRevealBelow("srcs"));
    assertEquals(false, top.mayRevealBelow("docs/api"));
  }

  @Test
  void shouldPreferTheFileNamedAfterTheDockerfileEvenIfEmpty(@TempDir Path context)
      throws IOException {
    Path dockerfile = context.resolve("Dockerfile.gpu");
    assertEquals(false, DockerIgnore.find(context, dockerfile).excludes("a"));
    Files.writeString(context.resolve(".dockerignore"), "a");
    assertTrue(DockerIgnore.find(context, dockerfile).excludes("a"));
    Files.writeString(context.resolve("Dockerfile.gpu.dockerignore"), "");
    assertEquals(false, DockerIgnore.find(context, dockerfile).excludes("a"));
  }
}
