package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceTablesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static RunReport report(Event... events) {
    ReportFold fold = new ReportFold();
    EventLog log = new EventLog(Clock.systemUTC(), List.of(fold));
    log.publish(
        new ServiceEvent.ServicesStarted("Speech", "c.yaml", "speech", "r", false, true, "1"));
    log.publish(
        new ServiceEvent.ServicesPlanned(
            List.of(
                new ServiceEvent.PlannedService(
                    "redis", 1, "redis:7", Optional.of(64_000_000L), Optional.of(500L)),
                new ServiceEvent.PlannedService(
                    "api", 2, "api:1", Optional.empty(), Optional.empty())),
            List.of()));
    for (Event event : events) {
      log.publish(event);
    }
    return fold.report();
  }

  private static String html(RunReport report) {
    return new Fragments(Words.in(Locale.ENGLISH, ZoneOffset.UTC)).run(report, "r");
  }

  @Test
  void shouldShowWhatEachServiceUsed() {
    RunReport started =
        report(
            new ServiceEvent.ServiceStarted("redis", "c"),
            new ServiceEvent.ServiceReady("redis", ServiceResult.HEALTHY, SECOND, List.of()),
            new ServiceEvent.ServiceMeasured("redis", 9_000_000, SECOND),
            new ServiceEvent.TestPassed("redis:ping", SECOND),
            new ServiceEvent.ServicesSucceeded(List.of("REDIS_PORT=1"), Optional.empty(), SECOND));

    String html = html(started);

    assertTrue(html.contains("<dt>Project</dt>"), html);
    assertTrue(html.contains("healthy"), html);
    assertTrue(html.contains("9.0 MB"), html);
    assertTrue(html.contains("0.5 CPUs"), html);
    assertTrue(html.contains("redis:ping"), html);
  }

  @Test
  void shouldSayWhyAServiceFailedAndTakeItsLogForText() {
    String html =
        html(
            report(
                new ServiceEvent.ServiceStarted("redis", "c"),
                new ServiceEvent.ServiceFailed(
                    "redis",
                    "it ended with exit code 3",
                    Optional.of(3),
                    false,
                    List.of("api"),
                    List.of("<script>"),
                    SECOND),
                new Event.RunFailed(Problem.SERVICE_FAILED, "redis is not ready.", SECOND)));

    assertTrue(html.contains("it ended with exit code 3"), html);
    assertTrue(html.contains("Not started for that: api"), html);
    assertFalse(html.contains("<script>"), html);
  }

  @Test
  void shouldAddWhatTheRunMeasuredThatStoppedThem() {
    RunReport started =
        report(
            new ServiceEvent.ServiceMeasured("redis", 5_000_000, SECOND.multipliedBy(3)),
            new ServiceEvent.ServicesSucceeded(List.of("REDIS_PORT=1"), Optional.empty(), SECOND));
    ReportFold stop = new ReportFold();
    EventLog log = new EventLog(Clock.systemUTC(), List.of(stop));
    log.publish(new ServiceEvent.StopStarted(List.of("r"), "1"));
    log.publish(new ServiceEvent.ServiceMeasured("redis", 9_000_000, SECOND));
    log.publish(new ServiceEvent.ServicesSucceeded(List.of(), Optional.empty(), SECOND));

    ServicesReport all = started.stopped(stop.report()).details(ServicesReport.class).orElseThrow();

    assertEquals(Optional.of(9_000_000L), all.services().get(0).peakMemory());
    assertEquals(Optional.of(SECOND.multipliedBy(3)), all.services().get(0).cpuTime());
    assertEquals(Optional.of(List.of()), all.environment());
    assertEquals("speech", all.project());
  }
}
