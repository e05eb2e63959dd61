package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.start.compose.Service;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests of services that are ready: all commands, then the services that are tests. */
record Tests(
    StartRequest request,
    Launch launch,
    Containers containers,
    EventLog events,
    Clock clock,
    Instant end) {
  private static final int LINES = 40;

  /** Runs them. A command that fails lets the other ones run. */
  void run() throws UseCaseException, EngineException {
    List<String> failed = new ArrayList<>();
    for (Trial test : request.tests()) {
      if (test.command().isPresent() && !passes(test, test.command().get())) {
        failed.add(test.words());
      }
    }
    launch.check();
    if (!failed.isEmpty()) {
      throw new UseCaseException(
          Problem.SERVICE_TEST,
          (failed.size() == 1 ? "A test failed: " : failed.size() + " tests failed: ")
              + String.join("; ", failed)
              + ".");
    }
    for (Service service : request.plan().tests()) {
      Instant began = clock.instant();
      launch.test(service, timeout());
      events.publish(new ServiceEvent.TestPassed(service.name(), since(began)));
    }
  }

  private Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }

  private Duration timeout() {
    Duration rest = Duration.between(clock.instant(), end);
    return rest.compareTo(request.testTimeout()) < 0 ? rest : request.testTimeout();
  }

  private boolean passes(Trial test, String command) throws EngineException {
    Instant began = clock.instant();
    WatchedCommand.Outcome outcome =
        containers.execute(
            request.container(test.service()),
            command,
            timeout(),
            line -> events.publish(new PhaseEvent.BuildOutput(test.service(), line)));
    ShortCommand.Result result = outcome.result();
    if (result.succeeded()) {
      events.publish(new ServiceEvent.TestPassed(test.words(), since(began)));
      return true;
    }
    boolean killed = outcome.killed().isPresent();
    List<String> lines = result.output().lines().toList();
    events.publish(
        new ServiceEvent.TestFailed(
            test.words(),
            killed
                ? "no end within " + Durations.words(since(began))
                : "exit code " + result.exitCode(),
            killed ? Optional.empty() : Optional.of(result.exitCode()),
            lines.subList(Math.max(0, lines.size() - LINES), lines.size()),
            since(began)));
    return false;
  }
}
