package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param line the decisive one, without the blanks around it and without credentials, cut after 500
 *     characters
 * @param subject the package, image, host or file that it is about, without credentials
 */
public record Finding(Sign sign, String line, Optional<String> subject) {
  private static final int LONGEST_LINE = 500;

  public Finding {
    // Before it is cut: half an address would no longer show where its password ends.
    line = Credentials.cutFrom(line).strip();
    if (line.length() > LONGEST_LINE) {
      line = line.substring(0, LONGEST_LINE);
    }
    subject = subject.map(Credentials::cutFrom);
  }

  public Cause cause() {
    return sign.cause();
  }
}
