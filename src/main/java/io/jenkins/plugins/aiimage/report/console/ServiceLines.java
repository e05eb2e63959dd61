package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.ServicesReport.ServiceReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the log says of services. */
final class ServiceLines {
  private static final int LOG_LINES = 20;
  private static final int IGNORED = 8;

  private ServiceLines() {}

  /**
   * The lines of an event; none for one of another kind.
   *
   * @param report with the event in it
   */
  static List<String> of(Event event, RunReport report) {
    if (event instanceof ServiceEvent.ServicesStarted start) {
      return List.of(
          start.label() + " of " + start.project() + " (" + start.file() + "), run " + start.run());
    }
    if (event instanceof ServiceEvent.ServicesPlanned plan) {
      return planned(plan);
    }
    if (event instanceof ServiceEvent.ServiceStarted started) {
      return List.of("  " + started.service() + ": started");
    }
    if (event instanceof ServiceEvent.ServiceReady ready) {
      return List.of(ready(ready));
    }
    if (event instanceof ServiceEvent.ServiceFailed failed) {
      return failed(failed);
    }
    if (event instanceof ServiceEvent.TestPassed test) {
      return List.of("✓ test " + test.test() + ": passed in " + Durations.words(test.duration()));
    }
    if (event instanceof ServiceEvent.TestFailed test) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "✗ test "
              + test.test()
              + ": "
              + test.message()
              + " after "
              + Durations.words(test.duration()));
      last(test.lastLines()).forEach(line -> lines.add("    | " + line));
      return lines;
    }
    if (event instanceof ServiceEvent.LeftoversRemoved left) {
      return List.of(
          "  removed "
              + containers(left.containers())
              + " that runs had left: "
              + String.join(", ", left.runs()));
    }
    if (event instanceof ServiceEvent.ServicesStopped stopped) {
      return List.of(
          "  stopped and removed "
              + containers(stopped.containers())
              + " in "
              + Durations.words(stopped.duration()));
    }
    return event instanceof ServiceEvent.ServicesSucceeded all ? succeeded(all, report) : List.of();
  }

  private static String containers(int number) {
    return number + (number == 1 ? " container" : " containers");
  }

  private static List<String> planned(ServiceEvent.ServicesPlanned plan) {
    List<String> lines = new ArrayList<>();
    int stage = 0;
    List<String> names = new ArrayList<>();
    for (ServiceEvent.PlannedService service : plan.services()) {
      if (service.stage() != stage && !names.isEmpty()) {
        lines.add(stage(stage, names));
        names.clear();
      }
      stage = service.stage();
      names.add(service.service() + limits(service));
    }
    lines.add(stage(stage, names));
    if (!plan.ignored().isEmpty()) {
      List<String> shown = plan.ignored().subList(0, Math.min(IGNORED, plan.ignored().size()));
      int more = plan.ignored().size() - shown.size();
      lines.add(
          "  not used here: "
              + String.join("; ", shown)
              + (more > 0 ? " and " + more + " more" : ""));
    }
    return lines;
  }

  private static String stage(int stage, List<String> names) {
    return (stage == 0 ? "  tests: " : "  stage " + stage + ": ") + String.join(", ", names);
  }

  private static String limits(ServiceEvent.PlannedService service) {
    List<String> limits = new ArrayList<>();
    service.memoryLimit().ifPresent(bytes -> limits.add(Sizes.words(bytes)));
    service.milliCpus().ifPresent(cpus -> limits.add(cpuWords(cpus) + " CPUs"));
    return limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")";
  }

  private static String cpuWords(long milliCpus) {
    return BigDecimal.valueOf(milliCpus, 3).stripTrailingZeros().toPlainString();
  }

  private static String ready(ServiceEvent.ServiceReady ready) {
    String addresses =
        ready.addresses().isEmpty() ? "" : "; " + String.join(", ", ready.addresses());
    return "✓ "
        + ready.service()
        + ": "
        + words(ready.result())
        + " after "
        + Durations.words(ready.duration())
        + addresses;
  }

  private static String words(ServiceResult result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> failed(ServiceEvent.ServiceFailed failed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "✗ "
            + failed.service()
            + ": "
            + failed.message()
            + " ("
            + Durations.words(failed.duration())
            + " after its start)");
    if (!failed.waiting().isEmpty()) {
      lines.add("  waited for it: " + String.join(", ", failed.waiting()));
    }
    lines.add(failed.lastLines().isEmpty() ? "  it said nothing" : "  it said last:");
    last(failed.lastLines()).forEach(line -> lines.add("    | " + line));
    return lines;
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
  }

  private static List<String> succeeded(ServiceEvent.ServicesSucceeded all, RunReport report) {
    List<String> lines = new ArrayList<>(table(report));
    Optional<ServicesReport> services = report.details(ServicesReport.class);
    boolean dryRun = services.filter(ServicesReport::dryRun).isPresent();
    if (dryRun) {
      lines.add("Nothing was started, as asked.");
    } else if (!all.environment().isEmpty()) {
      lines.add("✅ All services are ready; " + Durations.words(all.duration()));
      all.environment().forEach(variable -> lines.add("  " + variable));
      all.stopping().ifPresent(command -> lines.add("  to stop them: " + command));
    } else if (report.useCase().equals(Optional.of("start"))) {
      lines.add(
          "✅ All services were ready and are stopped again; " + Durations.words(all.duration()));
    } else {
      lines.add("✅ Stopped; " + Durations.words(all.duration()));
    }
    return lines;
  }

  /** The services with their times and what they used; nothing of a run that started none. */
  static List<String> table(RunReport report) {
    List<ServiceReport> begun =
        report
            .details(ServicesReport.class)
            .map(ServicesReport::services)
            .orElse(List.of())
            .stream()
            .filter(
                service ->
                    service.result() != ServiceResult.NOT_STARTED
                        || service.peakMemory().isPresent())
            .toList();
    if (begun.isEmpty()) {
      return List.of();
    }
    if (begun.stream().allMatch(one -> one.result() == ServiceResult.NOT_STARTED)) {
      return used(begun);
    }
    Table table = new Table().row("service", "result", "ready after", "peak memory", "CPU time");
    for (ServiceReport service : begun) {
      table.row(
          service.service(),
          words(service.result()),
          service.readyAfter().map(Durations::words).orElse("–"),
          memory(service),
          cpu(service));
    }
    return table.lines();
  }

  /** Of services that another run has started. */
  private static List<String> used(List<ServiceReport> services) {
    Table table = new Table().row("service", "peak memory", "CPU time");
    services.forEach(service -> table.row(service.service(), memory(service), cpu(service)));
    return table.lines();
  }

  private static String memory(ServiceReport service) {
    return service.peakMemory().map(Sizes::words).orElse("–");
  }

  private static String cpu(ServiceReport service) {
    return service.cpuTime().map(Durations::words).orElse("–");
  }
}
