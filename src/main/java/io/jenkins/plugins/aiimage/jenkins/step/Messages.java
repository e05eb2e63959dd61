package io.jenkins.plugins.aiimage.jenkins.step;

import org.jvnet.localizer.ResourceBundleHolder;

/** Names that pages show, in the reader's language. */
final class Messages {
  private static final ResourceBundleHolder TEXTS = ResourceBundleHolder.get(Messages.class);

  private Messages() {}

  static String prepare() {
    return TEXTS.format("prepare");
  }

  static String push() {
    return TEXTS.format("push");
  }

  static String promote() {
    return TEXTS.format("promote");
  }

  static String clean() {
    return TEXTS.format("clean");
  }

  static String lint() {
    return TEXTS.format("lint");
  }

  static String smoke() {
    return TEXTS.format("smoke");
  }

  static String diagnose() {
    return TEXTS.format("diagnose");
  }

  static String trivy() {
    return TEXTS.format("trivy");
  }

  static String start() {
    return TEXTS.format("start");
  }
}
