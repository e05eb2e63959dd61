package io.jenkins.plugins.aiimage.report;

import java.time.Duration;

/** What a run tells that looks at a recipe and its context. */
public sealed interface DiagnoseEvent extends Event {

  /**
   * A run began that looks at a recipe and its context.
   *
   * @param file the Dockerfile
   */
  record DiagnoseStarted(String file, String context, boolean dryRun, String version)
      implements DiagnoseEvent {}

  /** What a builder is sent of the context. */
  record ContextMeasured(Diagnosis.Context context) implements DiagnoseEvent {}

  /** A rule is missing in {@code .dockerignore}. */
  record IgnoreSuggested(Diagnosis.Suggestion suggestion) implements DiagnoseEvent {}

  /** A list of packages was read. */
  record RequirementsRead(Diagnosis.Requirements requirements) implements DiagnoseEvent {}

  /** A package of weight is installed, or listed. */
  record HeavyPackageFound(Diagnosis.HeavyPackage found) implements DiagnoseEvent {}

  /** A package index was asked. */
  record IndexAsked(Diagnosis.Index index) implements DiagnoseEvent {}

  /** The Dockerfile was looked at. */
  record RecipeExamined(Diagnosis.Recipe recipe) implements DiagnoseEvent {}

  /**
   * A file was asked for.
   *
   * @param written whether it is there now; otherwise it was only shown
   * @param text what it has, or of an existing file what is added to it, without credentials
   */
  record FileProposed(String file, boolean written, String text) implements DiagnoseEvent {}

  /** All was looked at. */
  record DiagnoseSucceeded(Duration duration) implements DiagnoseEvent, Event.End {}
}
