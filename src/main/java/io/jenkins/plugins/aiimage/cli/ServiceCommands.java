package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.start.StartReader;
import io.jenkins.plugins.aiimage.start.StopReader;
import java.nio.file.Path;

/** The commands that start services and stop them. */
final class ServiceCommands {
  private ServiceCommands() {}

  static Subcommand start(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Starts the services of a Compose file stage by stage, each when those that it depends on"
            + " are healthy; tests them; and stops all of them, whatever happened. Needs a Docker"
            + " engine.",
        Parameters.joined(Parameters.START, Parameters.START_SETTINGS),
        "",
        (arguments, machine) ->
            new StartReader(arguments.given(), Path.of(""), Parameter::option).read(machine));
  }

  static Subcommand stop(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Stops and removes the services that start --keep left running, the last stage first, and"
            + " what runs left that are gone.",
        Parameters.STOP,
        "",
        (arguments, machine) -> new StopReader(arguments.given(), Parameter::option).read(machine));
  }
}
