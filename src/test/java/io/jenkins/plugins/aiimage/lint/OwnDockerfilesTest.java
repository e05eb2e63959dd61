package io.jenkins.plugins.aiimage.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.lint.check.Checks;
import io.jenkins.plugins.aiimage.lint.check.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is given to others as an example has nothing that this program would find. */
class OwnDockerfilesTest {
  /** These show what can be found. */
  private static final Set<Path> BAD =
      Set.of(
          Path.of("examples/modelscope-onnx/Dockerfile"),
          Path.of("examples/agent-loop/Dockerfile.before"));

  static List<Path> dockerfiles() throws IOException {
    try (Stream<Path> examples = Files.walk(Path.of("examples"));
        Stream<Path> presets = Files.walk(Path.of("resources"))) {
      return Stream.concat(examples, presets)
          .filter(file -> file.getFileName().toString().startsWith("Dockerfile"))
          .filter(file -> !BAD.contains(file))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void shouldHaveNothingToFind(Path file) throws IOException {
    Recipe recipe = Recipe.of(Files.readString(file), file, file.getParent());

    assertEquals(
        List.of(), Checks.run(recipe).stream().map(one -> one.line() + " " + one.rule()).toList());
  }
}
