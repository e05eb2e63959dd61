package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.ServicesReport.ServiceReport;
import io.jenkins.plugins.aiimage.report.ServicesReport.TestReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the report that tells of services. */
final class ServicesFold {
  private Optional<ServiceEvent.ServicesStarted> start = Optional.empty();
  private final Map<String, ServiceReport> services = new LinkedHashMap<>();
  private final List<TestReport> tests = new ArrayList<>();
  private List<String> ignored = List.of();
  private Optional<List<String>> environment = Optional.empty();

  /**
   * Takes up an event.
   *
   * @param elapsed since the run began
   */
  void apply(ServiceEvent event, Duration elapsed) {
    if (event instanceof ServiceEvent.ServicesStarted started) {
      start = Optional.of(started);
    } else if (event instanceof ServiceEvent.StopStarted stop) {
      start = Optional.of(asStart(stop));
    } else if (event instanceof ServiceEvent.ServicesPlanned plan) {
      ignored = plan.ignored();
      plan.services().forEach(this::plan);
    } else if (event instanceof ServiceEvent.ServiceStarted started) {
      ServiceReport service = known(started.service());
      put(service.with(ServiceResult.STARTED, elapsed, Optional.empty(), List.of()));
    } else if (event instanceof ServiceEvent.ServiceReady ready) {
      ServiceReport service = known(ready.service());
      put(
          service.with(
              ready.result(), service.start(), Optional.of(ready.duration()), ready.addresses()));
    } else if (event instanceof ServiceEvent.ServiceFailed failed) {
      put(known(failed.service()).failed(failed));
    } else if (event instanceof ServiceEvent.ServiceMeasured measured) {
      put(known(measured.service()).measured(measured.peakMemory(), measured.cpuTime()));
    } else if (event instanceof ServiceEvent.TestPassed test) {
      Duration began = elapsed.minus(test.duration());
      tests.add(
          new TestReport(
              test.test(),
              true,
              began.isNegative() ? Duration.ZERO : began,
              test.duration(),
              Optional.of(0),
              Optional.empty(),
              List.of()));
    } else if (event instanceof ServiceEvent.TestFailed test) {
      Duration began = elapsed.minus(test.duration());
      tests.add(
          new TestReport(
              test.test(),
              false,
              began.isNegative() ? Duration.ZERO : began,
              test.duration(),
              test.exitCode(),
              Optional.of(test.message()),
              test.lastLines()));
    } else if (event instanceof ServiceEvent.ServicesSucceeded all) {
      environment = Optional.of(all.environment());
    }
  }

  private static ServiceEvent.ServicesStarted asStart(ServiceEvent.StopStarted stop) {
    return new ServiceEvent.ServicesStarted(
        ServiceEvent.ServicesStarted.LABEL,
        "",
        "",
        String.join(", ", stop.runs()),
        false,
        false,
        stop.version());
  }

  /** What the report says of any run, for one that starts services. */
  static Event.RunStarted asRun(ServiceEvent.ServicesStarted event) {
    return new Event.RunStarted(
        "start", event.project(), List.of(), event.label(), "", event.version());
  }

  /** The same for one that stops them. */
  static Event.RunStarted asRun(ServiceEvent.StopStarted event) {
    return new Event.RunStarted(
        "stop", "", List.of(), ServiceEvent.ServicesStarted.LABEL, "", event.version());
  }

  private void plan(ServiceEvent.PlannedService planned) {
    put(
        ServiceReport.planned(
            planned.service(),
            planned.stage(),
            planned.image(),
            planned.memoryLimit(),
            planned.milliCpus()));
  }

  /** A run that stops services tells of them what it measured, and nothing else. */
  private ServiceReport known(String name) {
    return services.getOrDefault(
        name, ServiceReport.planned(name, 0, "", Optional.empty(), Optional.empty()));
  }

  private void put(ServiceReport service) {
    services.put(service.service(), service);
  }

  Optional<ServicesReport> report() {
    return start.map(
        begun ->
            new ServicesReport(
                begun.project(),
                begun.run(),
                begun.file(),
                begun.dryRun(),
                begun.kept(),
                List.copyOf(services.values()),
                tests,
                ignored,
                environment));
  }
}
