package io.jenkins.plugins.aiimage.report;

/** What became of a service. */
public enum ServiceResult {
  /** The run ended before its turn. */
  NOT_STARTED,
  /** It was started, and nothing more is known. */
  STARTED,
  /** Its health check says so. */
  HEALTHY,
  /** It has no health check, and has run for a moment. */
  RUNNING,
  /** It has done its work and ended with exit code 0. */
  COMPLETED,
  FAILED
}
