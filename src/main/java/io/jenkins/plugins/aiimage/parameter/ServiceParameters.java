package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code start} and {@code stop} know. */
final class ServiceParameters {
  /** Of {@code start}. */
  static final List<Parameter> START =
      List.of(
          one(
              "file",
              "--file",
              "FILE",
              "compose.yaml, or else compose.yml, docker-compose.yaml or docker-compose.yml",
              "Compose file with the services. What it says of the project is inside its folder."),
          many(
              "services",
              "--service",
              "NAME",
              "all without a profile",
              "Start this service and those that it depends on."),
          many("profiles", "--profile", "NAME", "", "Start the services of this profile as well."),
          many(
              "tests",
              "--test",
              "SERVICE[:COMMAND]",
              "",
              "Once all services are ready, run this command line by the shell of that service's"
                  + " container; without a command, start that service and wait for its end. The exit"
                  + " code must be 0."),
          one(
              "startTimeout",
              "--start-timeout",
              "TIME",
              "2m",
              "How long a service may take until it is ready."),
          one("testTimeout", "--test-timeout", "TIME", "5m", "How long a test may take."),
          one(
              "totalTimeout",
              "--total-timeout",
              "TIME",
              "30m",
              "How long the whole run may take, tests and all."),
          one(
              "pull",
              "--pull",
              "missing|never|always",
              "missing",
              "Whether images are fetched: those that the engine lacks, none, or all."),
          flag(
              "freePorts",
              "--free-ports",
              "Offer each published port at a free port of the machine, whatever the file says: for"
                  + " builds that run side by side."),
          flag(
              "overcommit",
              "--overcommit",
              "Start the services although together they may use more memory or CPUs than the"
                  + " engine's machine has; without it nothing is started then."),
          flag(
              "removeVolumes",
              "--remove-volumes",
              "Remove the named volumes of the services with them; without it they stay for the next"
                  + " run."),
          flag("dryRun", "--dry-run", "Say what would be started, and start nothing."),
          one("label", "--label", "TEXT", "AI services", "What reports and pages call them."));

  /** Of {@code start}, for a caller that stops the services by another run. */
  static final List<Parameter> START_SETTINGS =
      List.of(
          one(
              "run",
              "--run",
              "ID",
              "one that is made up",
              "Name of the run, by which its services can be stopped: letters, digits, hyphens."),
          one(
              "keep",
              "--keep",
              "TIME",
              "",
              "Leave the services running when all is well, to be stopped by ai-image stop; after"
                  + " this time, any other run of start or stop does it."));

  /** Of {@code stop}. */
  static final List<Parameter> STOP =
      List.of(
          many(
              "run",
              "--run",
              "ID",
              "",
              "Run whose services are to be stopped and removed, by the name that start told. Without"
                  + " one, only what runs left that are gone."));

  private ServiceParameters() {}
}
