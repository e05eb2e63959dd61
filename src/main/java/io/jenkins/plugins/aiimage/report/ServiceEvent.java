package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run tells that starts services or stops them. */
public sealed interface ServiceEvent extends Event {

  /**
   * A run that starts services began.
   *
   * @param label what people call them
   * @param file the Compose file
   * @param project what the file calls itself
   * @param run by which they can be stopped
   * @param dryRun whether nothing will be started
   * @param kept whether they go on running when the run has ended
   */
  record ServicesStarted(
      String label,
      String file,
      String project,
      String run,
      boolean dryRun,
      boolean kept,
      String version)
      implements ServiceEvent {
    /** What they are called where nobody says. */
    public static final String LABEL = "AI services";
  }

  /**
   * What will be started.
   *
   * @param services stage by stage
   * @param ignored keys of the file that change nothing
   */
  record ServicesPlanned(List<PlannedService> services, List<String> ignored)
      implements ServiceEvent {
    public ServicesPlanned {
      services = List.copyOf(services);
      ignored = List.copyOf(ignored);
    }
  }

  /**
   * A service before it is started.
   *
   * @param stage from 1 on; 0 for one that is a test
   * @param memoryLimit in bytes
   * @param milliCpus limit in thousandths of a CPU
   */
  record PlannedService(
      String service,
      int stage,
      String image,
      Optional<Long> memoryLimit,
      Optional<Long> milliCpus) {}

  /** The container of a service was started. */
  record ServiceStarted(String service, String container) implements ServiceEvent {}

  /**
   * A service is as it should be.
   *
   * @param duration since it was started
   * @param addresses of the machine, {@code ADDRESS:PORT -> PORT/PROTOCOL}
   */
  record ServiceReady(
      String service, ServiceResult result, Duration duration, List<String> addresses)
      implements ServiceEvent {
    public ServiceReady {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A service did not start, ended, or is not healthy.
   *
   * @param exitCode of its program, if that has ended
   * @param outOfMemory whether the kernel ended it for want of memory
   * @param waiting services that were not started for that
   * @param lastLines of its log, oldest first
   */
  record ServiceFailed(
      String service,
      String message,
      Optional<Integer> exitCode,
      boolean outOfMemory,
      List<String> waiting,
      List<String> lastLines,
      Duration duration)
      implements ServiceEvent {
    public ServiceFailed {
      waiting = List.copyOf(waiting);
      lastLines = List.copyOf(lastLines);
    }
  }

  /** A test of the services ended with 0. */
  record TestPassed(String test, Duration duration) implements ServiceEvent {}

  /**
   * A test of the services failed.
   *
   * @param exitCode empty if it was ended
   * @param lastLines that it said, oldest first
   */
  record TestFailed(
      String test,
      String message,
      Optional<Integer> exitCode,
      List<String> lastLines,
      Duration duration)
      implements ServiceEvent {
    public TestFailed {
      lastLines = List.copyOf(lastLines);
    }
  }

  /**
   * What a service used, as far as it was looked at.
   *
   * @param peakMemory in bytes
   * @param cpuTime of all its CPUs
   */
  record ServiceMeasured(String service, long peakMemory, Duration cpuTime)
      implements ServiceEvent {}

  /** What runs left that are gone was removed. */
  record LeftoversRemoved(List<String> runs, int containers) implements ServiceEvent {
    public LeftoversRemoved {
      runs = List.copyOf(runs);
    }
  }

  /** A run that stops services began. */
  record StopStarted(List<String> runs, String version) implements ServiceEvent {
    public StopStarted {
      runs = List.copyOf(runs);
    }
  }

  /** The services were stopped and removed. */
  record ServicesStopped(int containers, Duration duration) implements ServiceEvent {}

  /**
   * All services are as they should be; of a run that was to stop them, they are gone.
   *
   * @param environment where they are, for those that go on running: each {@code NAME=value}
   * @param stopping the command line that stops them; empty if none go on running, or whoever asked
   *     for them will stop them
   */
  record ServicesSucceeded(List<String> environment, Optional<String> stopping, Duration duration)
      implements ServiceEvent, Event.End {
    public ServicesSucceeded {
      environment = List.copyOf(environment);
    }
  }
}
