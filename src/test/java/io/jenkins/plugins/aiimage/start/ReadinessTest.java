package io.jenkins.plugins.aiimage.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static ContainerState state(String status, int exitCode, String health, boolean killed) {
    return new ContainerState(
        "c",
        status,
        exitCode,
        killed,
        "",
        Optional.of(health).filter(text -> !text.isEmpty()),
        "connection refused\nsecond line",
        Duration.ofSeconds(10),
        Map.of(),
        Map.of());
  }

  private static void ready(ServiceResult result, Readiness readiness) {
    assertEquals(new Readiness.Ready(result), readiness);
  }

  private static String failed(Readiness readiness) {
    return assertInstanceOf(Readiness.Failed.class, readiness).message();
  }

  @Test
  void shouldBelieveTheHealthCheck() {
    ready(ServiceResult.HEALTHY, Readiness.of(state("running", 0, "healthy", false), false, LONG));
    assertInstanceOf(
        Readiness.Waiting.class, Readiness.of(state("running", 0, "starting", false), false, LONG));
    assertEquals(
        "it is not healthy; its check says: connection refused",
        failed(Readiness.of(state("running", 0, "unhealthy", false), false, LONG)));
  }

  @Test
  void shouldLetAServiceWithoutACheckRunForAMoment() {
    ContainerState running = state("running", 0, "", false);

    assertInstanceOf(
        Readiness.Waiting.class, Readiness.of(running, false, Readiness.SETTLED.minusMillis(1)));
    ready(ServiceResult.RUNNING, Readiness.of(running, false, Readiness.SETTLED));
  }

  @Test
  void shouldTellAnEndThatIsWantedFromOneThatIsNot() {
    ready(ServiceResult.COMPLETED, Readiness.of(state("exited", 0, "", false), true, LONG));
    assertInstanceOf(
        Readiness.Waiting.class, Readiness.of(state("running", 0, "healthy", false), true, LONG));
    assertEquals(
        "it ended with exit code 0",
        failed(Readiness.of(state("exited", 0, "", false), false, LONG)));
    assertEquals(
        "it ended with exit code 3",
        failed(Readiness.of(state("exited", 3, "", false), true, LONG)));
    assertTrue(
        failed(Readiness.of(state("exited", 137, "", true), false, LONG)).contains("more memory"));
  }
}
