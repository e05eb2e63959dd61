package io.jenkins.plugins.aiimage.jenkins.settings;

import org.jvnet.localizer.ResourceBundleHolder;

/** Names that pages show, in the reader's language. */
final class Messages {
  private static final ResourceBundleHolder TEXTS = ResourceBundleHolder.get(Messages.class);

  private Messages() {}

  static String settings() {
    return TEXTS.format("settings");
  }

  static String folder() {
    return TEXTS.format("folder");
  }
}
