package io.jenkins.plugins.aiimage.report;

/** What had to be done for one of Trivy's databases. */
public enum DatabaseResult {
  /** It was there, and is the newest that a source has. */
  HIT,
  /** It was fetched. */
  FETCHED,
  /** It was there and is due for a newer one, which no source would give. */
  STALE
}
