package io.jenkins.plugins.aiimage.report;

import java.util.ArrayList;
import java.util.List;

/** How bad a finding in a Dockerfile is; the worst first. */
public enum Severity {
  /** The image is not what its file says, or gives something away. */
  ERROR,
  /** It costs time, room or safety. */
  WARNING,
  /** It could be better. */
  INFO;

  /** As a person reads it. */
  public String words() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }

  /** Such as {@code 1 error, 2 warnings}, without what there is none of. */
  public static String counted(int errors, int warnings, int infos) {
    List<String> words = new ArrayList<>();
    ERROR.count(errors, words);
    WARNING.count(warnings, words);
    INFO.count(infos, words);
    return String.join(", ", words);
  }

  private void count(int number, List<String> words) {
    if (number > 0) {
      words.add(number + " " + words() + (number > 1 ? "s" : ""));
    }
  }
}
