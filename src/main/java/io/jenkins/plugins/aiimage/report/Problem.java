package io.jenkins.plugins.aiimage.report;

/**
 * Everything that can end a run without success, with the exit code of the command line. The table
 * in the documentation is made from this one.
 */
public enum Problem {
  INPUT(
      2,
      "Wrong use or input: an option, the Dockerfile, the context, a name. Nothing was started."),
  NO_ENGINE(3, "No container engine answers."),
  ENGINE_DENIED(4, "The engine is there, but this user may not use it."),
  REGISTRY_REFUSED(5, "The registry refused the credentials or the access."),
  REGISTRY_UNAVAILABLE(6, "The registry did not answer, or not as a registry."),
  BUILD_FAILED(10, "A phase failed for a reason that a retry does not mend."),
  NETWORK(11, "A phase kept failing on broken connections after all its retries."),
  INDEX(12, "The package index kept failing after all retries and fallbacks."),
  STALLED(13, "A phase stalled after all its retries."),
  TIMED_OUT(14, "A phase reached its time-out after all its retries."),
  TOTAL_TIME(15, "The whole run reached its time-out."),
  ENGINE_LOST(16, "The engine went away while it was building."),
  DISK_FULL(17, "No space was left on the engine's disk."),
  SMOKE_TEST(20, "A smoke test failed; nothing was published."),
  TOO_LARGE(21, "The image is larger than allowed; nothing was published."),
  PUSH_FAILED(18, "The engine could not send an image to the registry."),
  TAG_MOVED(22, "Somebody else moved a tag while it was being set."),
  DATABASE(23, "No source gave a database of Trivy, and there is none that may be used instead."),
  FINDINGS(24, "Lint found something that is as bad as --fail-on says, or worse."),
  SERVICE_FAILED(
      26, "A service did not start, ended, or did not become healthy; all of them were stopped."),
  NO_ROOM(27, "The services may use more than the engine's machine has; nothing was started."),
  SERVICE_TEST(28, "A test of running services failed; they were stopped."),
  INTERNAL(70, "A fault in this program."),
  ABORTED(130, "Somebody stopped the run.");

  private final int exitCode;
  private final String explanation;

  Problem(int exitCode, String explanation) {
    this.exitCode = exitCode;
    this.explanation = explanation;
  }

  public int exitCode() {
    return exitCode;
  }

  /** One or two sentences for the documentation. */
  public String explanation() {
    return explanation;
  }
}
