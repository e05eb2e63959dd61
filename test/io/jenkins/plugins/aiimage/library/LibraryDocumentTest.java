package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/library.md} to the variables. */
class LibraryDocumentTest {
  private static final Pattern BLOCK = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/library.md"));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(document()).results().map((MatchResult block) -> block.group(1)).toList();
  }

  private static List<String> variables(String extension) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("vars"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension))
          .map(name -> name.substring(0, name.length() - extension.length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void shouldOnlyShowWhatRuns(String block) throws Exception {
    Pipeline jenkins = new Pipeline(folder);
    PlayedPlugin.in(jenkins);
    jenkins.environment.putAll(Map.of("BUILD_NUMBER", "7", "BRANCH_NAME", "a/b"));
    jenkins.step("libraryResource", arguments -> "fastapi = Dockerfile\n", String.class);
    jenkins.step("fileExists", arguments -> false, String.class);
    jenkins.step("writeFile", arguments -> null, Map.class);

    jenkins.run(block);

    assertFalse(jenkins.story.isEmpty());
  }

  @Test
  void shouldHelpWithEveryVariable() throws Exception {
    assertEquals(variables(".groovy"), variables(".txt"));
  }

  @Test
  void shouldTellOfEveryVariableThatIsForOthers() throws Exception {
    String document = document();
    List<String> all = new ArrayList<>(variables(".groovy"));
    all.remove("aiImageStep");

    assertTrue(all.size() > 5, all.toString());
    assertEquals(
        List.of(), all.stream().filter(name -> !document.contains("`" + name + "(")).toList());
  }
}
