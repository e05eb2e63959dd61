package io.jenkins.plugins.aiimage.build.failure;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a person can do about a failure, in the languages that are translated. */
public final class Hints {
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
}
