package io.jenkins.plugins.aiimage.report;

/** What the runs of one use case tell, and no others. */
public sealed interface Details
    permits Cleaning, DatabasesReport, Diagnosis, Review, ServicesReport, Smoke {

  /** The same with less of it. */
  Details brief(Brief how);
}
