package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.build.Engines;
import io.jenkins.plugins.aiimage.dockerfile.DurationText;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.Optional;
import java.util.function.Consumer;

/** What is wrong with a field's text, in one sentence; blank is always right. */
final class FieldRules {
  private static final int MOST_RETRIES = 100;

  private FieldRules() {}

  static Optional<String> registry(String text) {
    return problem(text, RegistryHost::parse);
  }

  static Optional<String> repositoryPrefix(String text) {
    RegistryChoice choice = RegistryChoice.ofNullable("", "", text);
    return problem(choice.repositoryPrefix(), ImageReference::requireRepository);
  }

  static Optional<String> time(String text) {
    return problem(text, DurationText::parse);
  }

  static Optional<String> builder(String text) {
    return problem(text, FieldRules::requireBuilder);
  }

  static Optional<String> retries(String text) {
    return problem(text, FieldRules::requireRetries);
  }

  private static void requireBuilder(String name) {
    if (!Engines.BUILDERS.contains(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is not known: choose one of " + String.join(", ", Engines.BUILDERS));
    }
  }

  private static void requireRetries(String text) {
    int number = -1;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // Said below.
    }
    if (number < 0 || number > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a number from 0 to " + MOST_RETRIES);
    }
  }

  private static Optional<String> problem(String text, Consumer<String> parser) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      parser.accept(text.strip());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      String sentence = e.getMessage();
      return Optional.of(sentence.endsWith(".") ? sentence : sentence + ".");
    }
  }
}
