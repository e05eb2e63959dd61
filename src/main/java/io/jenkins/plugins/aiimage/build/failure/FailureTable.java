package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.List;
import java.util.Optional;

/**
 * Texts that builders, pip and apt say, and what they mean. Every text was seen on Docker 20.10,
 * pip 23.0 or apt 2.6.
 */
public final class FailureTable {
  private record Row(Cause cause, String hint, List<String> texts) {
    boolean matches(String line) {
      for (String text : texts) {
        if (!line.contains(text)) {
          return false;
        }
      }
      return true;
    }
  }

  // The first row whose texts a line all contains decides; the more particular stand first.
  private static final List<Row> ROWS =
      List.of(
          row(
              Cause.DISK_FULL,
              "Free space where the engine keeps its images: docker system df shows what uses it.",
              "no space left on device"),
          row(
              Cause.ENGINE_LOST,
              "The engine stopped or was restarted: look at its log.",
              "Cannot connect to the Docker daemon"),
          row(
              Cause.ENGINE_LOST,
              "The engine stopped or was restarted: look at its log.",
              "error during connect"),
          // 503, 429, 403, a reset, DNS and a hang all end in "none": the index, not the version.
          row(
              Cause.INDEX,
              "The package index gave no list of versions: it is unreachable, overloaded or refuses.",
              "Could not find a version that satisfies the requirement",
              "(from versions: none)"),
          row(
              Cause.PERMANENT,
              "The index has other versions, but not this one: check the pin and the Python version.",
              "Could not find a version that satisfies the requirement"),
          row(Cause.INDEX, "The index answered with errors.", "Max retries exceeded with url"),
          row(
              Cause.TRANSIENT,
              "The download broke off; pip does not retry that.",
              "ReadTimeoutError"),
          row(
              Cause.TRANSIENT,
              "The connection broke; pip does not retry that.",
              "Connection broken"),
          row(Cause.TRANSIENT, "The download was cut short.", "IncompleteRead"),
          row(
              Cause.TRANSIENT,
              "The file that came differs from its hash: a broken download or a changed file.",
              "DO NOT MATCH THE HASHES"),
          row(
              Cause.PERMANENT,
              "This Python belongs to Debian: use a virtual environment, or apt.",
              "externally-managed-environment"),
          row(
              Cause.TRANSIENT,
              "apt found no such package: the mirror did not answer, or the name is wrong.",
              "E: Unable to locate package"),
          row(Cause.TRANSIENT, "apt's mirror did not answer.", "E: Failed to fetch"),
          row(
              Cause.TRANSIENT,
              "apt's mirror did not answer as a mirror.",
              "does not have a Release file"),
          row(
              Cause.TRANSIENT,
              "A name could not be resolved.",
              "Temporary failure in name resolution"),
          row(Cause.TRANSIENT, "A name could not be resolved.", "no such host"),
          row(Cause.TRANSIENT, "A server did not answer in time.", "i/o timeout"),
          row(Cause.TRANSIENT, "A server did not answer in time.", "TLS handshake timeout"),
          row(Cause.TRANSIENT, "A server closed the connection.", "Connection reset by peer"),
          row(Cause.TRANSIENT, "A server asks for patience.", "toomanyrequests"),
          row(
              Cause.PERMANENT,
              "The base image does not exist, or needs a login: check its name and docker login.",
              "manifest unknown"),
          row(
              Cause.PERMANENT,
              "The base image does not exist, or needs a login: check its name and docker login.",
              "pull access denied"),
          row(
              Cause.PERMANENT,
              "Docker's classic builder knows no RUN --mount: use BuildKit.",
              "the --mount option requires BuildKit"),
          row(Cause.PERMANENT, "Mend the Dockerfile.", "dockerfile parse error"),
          row(Cause.PERMANENT, "The context has no such file.", "COPY failed:"),
          row(Cause.PERMANENT, "The context has no such file.", "failed to compute cache key"),
          row(
              Cause.PERMANENT,
              "The image is for another architecture than this machine.",
              "exec format error"),
          row(
              Cause.PERMANENT,
              "The RUN calls a program that the image lacks.",
              "sh: ",
              ": not found"));

  private FailureTable() {}

  private static Row row(Cause cause, String hint, String... texts) {
    return new Row(cause, hint, List.of(texts));
  }

  /** What a line means, if it means anything. */
  public static Optional<Finding> find(String line) {
    for (Row row : ROWS) {
      if (row.matches(line)) {
        return Optional.of(new Finding(row.cause(), line, Optional.of(row.hint())));
      }
    }
    return Optional.empty();
  }
}
