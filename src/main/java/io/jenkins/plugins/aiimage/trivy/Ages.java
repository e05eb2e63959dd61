package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.report.Durations;
import java.time.Duration;

/** Ages as people say them. */
final class Ages {
  private static final Duration DAYS = Duration.ofDays(2);

  private Ages() {}

  static String words(Duration age) {
    return age.compareTo(DAYS) < 0 ? Durations.words(age) : age.toDays() + " days";
  }
}
