package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import java.time.Duration;

/** What a container's state means for its service. Knows no clock and no engine. */
sealed interface Readiness {
  /** How long a service without a health check must have run. */
  Duration SETTLED = Duration.ofSeconds(2);

  /** It is as it should be. */
  record Ready(ServiceResult result) implements Readiness {}

  /** It may still become so. */
  record Waiting(String words) implements Readiness {}

  /** It will not. */
  record Failed(String message) implements Readiness {}

  /**
   * What a state means.
   *
   * @param ending whether the service is there to end
   * @param running how long it has been started
   */
  static Readiness of(ContainerState state, boolean ending, Duration running) {
    if (state.hasEnded()) {
      return ended(state, ending);
    }
    if (!state.isRunning()) {
      return new Waiting("it is " + state.status());
    }
    if (ending) {
      return new Waiting("it still runs");
    }
    String health = state.health().orElse("");
    return switch (health) {
      case "healthy" -> new Ready(ServiceResult.HEALTHY);
      case "unhealthy" ->
          new Failed(
              "it is not healthy"
                  + (state.checked().isEmpty()
                      ? ""
                      : "; its check says: " + line(state.checked())));
      case "" ->
          running.compareTo(SETTLED) >= 0
              ? new Ready(ServiceResult.RUNNING)
              : new Waiting("it has just been started");
      default ->
          new Waiting(
              "its health check has not succeeded yet"
                  + (state.checked().isEmpty() ? "" : " and says: " + line(state.checked())));
    };
  }

  private static Readiness ended(ContainerState state, boolean ending) {
    if (ending && state.exitCode() == 0) {
      return new Ready(ServiceResult.COMPLETED);
    }
    if (state.outOfMemory()) {
      return new Failed("it used more memory than it may, and was killed");
    }
    return new Failed("it ended with exit code " + state.exitCode());
  }

  private static String line(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.length() <= 200 ? first : first.substring(0, 200) + "…";
  }
}
