package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run did with services.
 *
 * @param run by which they can be stopped
 * @param kept whether they were to go on running
 * @param ignored keys of the Compose file that change nothing
 * @param environment where they are, each {@code NAME=value}; empty if the run did not come to its
 *     end, and a list without anything if they do not run any more
 */
public record ServicesReport(
    String project,
    String run,
    String file,
    boolean dryRun,
    boolean kept,
    List<ServiceReport> services,
    List<TestReport> tests,
    List<String> ignored,
    Optional<List<String>> environment)
    implements Details {
  public ServicesReport {
    services = List.copyOf(services);
    tests = List.copyOf(tests);
    ignored = List.copyOf(ignored);
    environment = environment.map(List::copyOf);
  }

  @Override
  public ServicesReport brief(Brief how) {
    return new ServicesReport(
        project,
        run,
        file,
        dryRun,
        kept,
        services.stream().map(service -> service.brief(how)).toList(),
        tests.stream().map(test -> test.brief(how)).toList(),
        List.of(),
        environment);
  }

  ServicesReport stopped(List<ServiceReport> measured) {
    List<ServiceReport> all = new ArrayList<>();
    for (ServiceReport service : services) {
      Optional<ServiceReport> last =
          measured.stream().filter(one -> one.service().equals(service.service())).findFirst();
      all.add(
          last.filter(one -> one.peakMemory().isPresent() && one.cpuTime().isPresent())
              .map(one -> service.measured(one.peakMemory().get(), one.cpuTime().get()))
              .orElse(service));
    }
    return new ServicesReport(
        project, run, file, dryRun, false, all, tests, ignored, Optional.of(List.of()));
  }

  /**
   * A service.
   *
   * @param stage from 1 on; 0 for one that is a test
   * @param start when it was started, since the run began
   * @param readyAfter since its start; empty if it was never as it should be
   * @param addresses of the machine, {@code ADDRESS:PORT -> PORT/PROTOCOL}
   * @param memoryLimit in bytes
   * @param milliCpus limit in thousandths of a CPU
   * @param peakMemory in bytes, the most that was seen
   * @param cpuTime of all its CPUs
   * @param exitCode of its program, if that had ended when it failed
   * @param outOfMemory whether the kernel ended it for want of memory
   * @param message why it failed
   * @param waiting services that were not started for that
   * @param lastLines of its log, if it failed
   */
  public record ServiceReport(
      String service,
      int stage,
      String image,
      ServiceResult result,
      Duration start,
      Optional<Duration> readyAfter,
      List<String> addresses,
      Optional<Long> memoryLimit,
      Optional<Long> milliCpus,
      Optional<Long> peakMemory,
      Optional<Duration> cpuTime,
      Optional<Integer> exitCode,
      boolean outOfMemory,
      Optional<String> message,
      List<String> waiting,
      List<String> lastLines) {
    public ServiceReport {
      addresses = List.copyOf(addresses);
      waiting = List.copyOf(waiting);
      lastLines = List.copyOf(lastLines);
    }

    static ServiceReport planned(
        String service,
        int stage,
        String image,
        Optional<Long> memoryLimit,
        Optional<Long> milliCpus) {
      return new ServiceReport(
          service,
          stage,
          image,
          ServiceResult.NOT_STARTED,
          Duration.ZERO,
          Optional.empty(),
          List.of(),
          memoryLimit,
          milliCpus,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          List.of());
    }

    ServiceReport with(
        ServiceResult became, Duration begun, Optional<Duration> ready, List<String> there) {
      return new ServiceReport(
          service,
          stage,
          image,
          became,
          begun,
          ready,
          there,
          memoryLimit,
          milliCpus,
          peakMemory,
          cpuTime,
          exitCode,
          outOfMemory,
          message,
          waiting,
          lastLines);
    }

    ServiceReport measured(long memory, Duration cpu) {
      return new ServiceReport(
          service,
          stage,
          image,
          result,
          start,
          readyAfter,
          addresses,
          memoryLimit,
          milliCpus,
          Optional.of(Math.max(memory, peakMemory.orElse(0L))),
          Optional.of(cpuTime.filter(known -> known.compareTo(cpu) > 0).orElse(cpu)),
          exitCode,
          outOfMemory,
          message,
          waiting,
          lastLines);
    }

    ServiceReport failed(ServiceEvent.ServiceFailed event) {
      return new ServiceReport(
          service,
          stage,
          image,
          ServiceResult.FAILED,
          start,
          readyAfter,
          addresses,
          memoryLimit,
          milliCpus,
          peakMemory,
          cpuTime,
          event.exitCode(),
          event.outOfMemory(),
          Optional.of(event.message()),
          event.waiting(),
          event.lastLines());
    }

    private ServiceReport brief(Brief how) {
      return new ServiceReport(
          service,
          stage,
          image,
          result,
          start,
          readyAfter,
          addresses,
          memoryLimit,
          milliCpus,
          peakMemory,
          cpuTime,
          exitCode,
          outOfMemory,
          message.map(how::sentence),
          waiting,
          how.sentences(lastLines));
    }
  }

  /**
   * A test of the services.
   *
   * @param test as it was asked for
   * @param start since the run began
   * @param exitCode empty if it was ended
   * @param message why it failed
   * @param lastLines that it said, if it failed
   */
  public record TestReport(
      String test,
      boolean passed,
      Duration start,
      Duration duration,
      Optional<Integer> exitCode,
      Optional<String> message,
      List<String> lastLines) {
    public TestReport {
      lastLines = List.copyOf(lastLines);
    }

    private TestReport brief(Brief how) {
      return new TestReport(
          how.sentence(test),
          passed,
          start,
          duration,
          exitCode,
          message.map(how::sentence),
          how.sentences(lastLines));
    }
  }
}
