package io.jenkins.plugins.aiimage.jenkins.result;

import org.jvnet.localizer.ResourceBundleHolder;

/** Names that pages show, in the reader's language. */
final class Messages {
  private static final ResourceBundleHolder TEXTS = ResourceBundleHolder.get(Messages.class);

  private Messages() {}

  static String displayName() {
    return TEXTS.format("displayName");
  }
}
