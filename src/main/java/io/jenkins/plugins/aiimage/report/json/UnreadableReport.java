package io.jenkins.plugins.aiimage.report.json;

/** Says in words for people what a report lacks. */
final class UnreadableReport extends IllegalArgumentException {
  UnreadableReport(String message) {
    super(message);
  }
}
