package io.jenkins.plugins.aiimage.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that people are spoken to in. */
public final class Languages {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  /** By POSIX the first that is set and not empty decides. */
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private Languages() {}

  /** The one that is asked for by its code, such as {@code fr}; empty if it is none of ours. */
  public static Optional<Locale> named(String code) {
    return switch (code) {
      case "en" -> Optional.of(Locale.ENGLISH);
      case "fr" -> Optional.of(Locale.FRENCH);
      case "ru" -> Optional.of(RUSSIAN);
      default -> Optional.empty();
    };
  }

  /** The one that the environment asks for; English where it asks for none of ours. */
  public static Locale of(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return named(language(value)).orElse(Locale.ENGLISH);
      }
    }
    return Locale.ENGLISH;
  }

  /** Of {@code language_territory.codeset@modifier}. */
  private static String language(String value) {
    int end = 0;
    while (end < value.length() && Character.isLetter(value.charAt(end))) {
      end++;
    }
    return value.substring(0, end);
  }
}
