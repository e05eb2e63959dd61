package io.jenkins.plugins.aiimage.report.history;

/** What is told of images to Prometheus; the table in {@code docs/metrics.md} is made from this. */
public enum Metric {
  RUNS("ai_image_runs", "Runs that are known, by how they ended.", "result"),
  HIT_RATIO("ai_image_hit_ratio", "Share of hits among the known runs that gave an image.", ""),
  SPENT("ai_image_spent_seconds", "Time that the known runs took together.", ""),
  SAVED("ai_image_saved_seconds", "Time that cached phases would have taken in them.", ""),
  WAITED("ai_image_waited_seconds", "Time that they waited for runs that did the same.", ""),
  FAILED_ATTEMPTS(
      "ai_image_failed_attempts",
      "Attempts that failed in them, by cause and by the index that they named.",
      "cause, index"),
  PHASE_EXPECTED(
      "ai_image_phase_expected_seconds",
      "How long a phase takes: the median of the last five runs that built it.",
      "phase"),
  LAST_TIME(
      "ai_image_last_run_timestamp_seconds", "When the last run began, in Unix time.", "result"),
  LAST_DURATION("ai_image_last_run_duration_seconds", "How long the last run took.", "result"),
  LAST_PHASE(
      "ai_image_last_run_phase_seconds",
      "How long each phase took in the last run; 0 for one that was not run.",
      "phase, result"),
  SIZE("ai_image_size_bytes", "Size of the last image's layers, unpacked.", ""),
  DATABASE_AGE(
      "ai_image_trivy_database_age_seconds",
      "How old the Trivy database is that an agent was last seen with.",
      "agent, database"),
  STORAGE_FREE(
      "ai_image_engine_storage_free_bytes",
      "Room that was left where an agent's engine keeps images.",
      "agent, folder"),
  STORAGE_TOTAL(
      "ai_image_engine_storage_total_bytes",
      "How large the disk is where an agent's engine keeps images.",
      "agent, folder");

  private final String id;
  private final String help;
  private final String labels;

  Metric(String id, String help, String labels) {
    this.id = id;
    this.help = help;
    this.labels = labels;
  }

  public String id() {
    return id;
  }

  /** One sentence. */
  public String help() {
    return help;
  }

  /**
   * With commas between them; those of images have {@code label} and {@code repository} besides.
   */
  public String labels() {
    return labels;
  }
}
