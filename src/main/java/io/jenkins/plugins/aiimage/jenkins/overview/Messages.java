package io.jenkins.plugins.aiimage.jenkins.overview;

import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** Names that pages show, in the reader's language. */
final class Messages {
  private static final ResourceBundleHolder TEXTS = ResourceBundleHolder.get(Messages.class);

  private Messages() {}

  static String displayName() {
    return TEXTS.format("displayName");
  }

  static Localizable permissions() {
    return new Localizable(TEXTS, "displayName");
  }

  static Localizable metricsPermission() {
    return new Localizable(TEXTS, "metricsPermission");
  }

  static String builtIn() {
    return TEXTS.format("builtIn");
  }
}
