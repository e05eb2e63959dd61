package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Map;
import java.util.Optional;

/** What resolving any stage needs: the file, what was supplied, and the global scope. */
record Recipe(Dockerfile dockerfile, Map<String, String> buildArguments, Scope global) {
  /** The stage that {@code name} names, by name or by index. */
  Optional<Stage> stage(String name) {
    for (Stage stage : dockerfile.stages()) {
      if (stage.name().filter(name::equalsIgnoreCase).isPresent()
          || Integer.toString(stage.index()).equals(name)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  /** The value of {@code word}; empty when it is unknown. */
  Optional<String> expand(String word, Scope scope, int line) {
    try {
      return Expander.expand(word, dockerfile.escape(), scope);
    } catch (BadSubstitution e) {
      throw new DockerfileException(line, "in " + word + " " + e.getMessage());
    }
  }
}
