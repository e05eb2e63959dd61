package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.dockerfile.DurationText;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.trivy.Database;
import io.jenkins.plugins.aiimage.trivy.NamedSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is wrong with a field's text, in one sentence; blank is always right. */
final class FieldRules {
  private static final int MOST_RETRIES = 100;
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*\\S.*");

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

  static Optional<String> mirrors(String text) {
    return problem(text, lines -> Lines.of(lines).forEach(FieldRules::requireArgument));
  }

  static Optional<String> trivySources(String text) {
    return problem(text, lines -> Lines.of(lines).forEach(NamedSource::parse));
  }

  static Optional<String> trivyMirror(String text) {
    return problem(text, FieldRules::requireMirrors);
  }

  private static void requireMirrors(String lines) {
    Set<Database> known = EnumSet.noneOf(Database.class);
    for (String line : Lines.of(lines)) {
      NamedSource named = NamedSource.parse(line);
      if (named.source().isDigest()) {
        throw new IllegalArgumentException("\"" + line + "\" is a digest: name a tag");
      }
      if (!known.add(named.database())) {
        throw new IllegalArgumentException(
            "\"" + line + "\" is one too many: name one for each database");
      }
    }
  }

  private static void requireArgument(String line) {
    if (!ARGUMENT.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "\"" + line + "\" is not of the form ARG=VALUE, such as PIP_INDEX_URL=https://…");
    }
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
