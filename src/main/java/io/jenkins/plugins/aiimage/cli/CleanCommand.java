package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.clean.Clean;
import io.jenkins.plugins.aiimage.clean.CleanReader;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;

/** The command that removes what nobody needs any more. */
final class CleanCommand {
  private CleanCommand() {}

  static Subcommand clean(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Removes old images that prepare has left in a registry or in the local engine, by the tags"
            + " that it set itself. Never a tag that a person set, nor what such a tag needs.",
        Parameters.CLEAN,
        "",
        (arguments, machine) ->
            new Clean(new CleanReader(arguments.given(), Parameter::option).read(), machine));
  }
}
