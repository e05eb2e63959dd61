package io.jenkins.plugins.aiimage.build.failure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What a person can do about a failure, in the languages that are translated. */
public final class Hints {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  /** By POSIX the first that is set and not empty decides. */
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private Hints() {}

  /**
   * One or two sentences.
   *
   * @param signId of a sign in {@link SignTable}
   * @param locale English is given for every language but French and Russian
   * @throws java.util.MissingResourceException if there is no such sign
   */
  public static String of(String signId, Locale locale) {
    // Without fallback: the machine's own language is none of the reader's.
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(Hints.class.getName(), locale, control).getString(signId);
  }

  /** The language that the environment asks for; English where it asks for none of ours. */
  public static Locale localeOf(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return switch (language(value)) {
          case "fr" -> Locale.FRENCH;
          case "ru" -> RUSSIAN;
          default -> Locale.ENGLISH;
        };
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
