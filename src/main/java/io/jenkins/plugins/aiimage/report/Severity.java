package io.jenkins.plugins.aiimage.report;

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
}
