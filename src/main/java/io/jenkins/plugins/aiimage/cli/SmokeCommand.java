package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.smoke.Smoke;
import io.jenkins.plugins.aiimage.smoke.SmokeReader;

/** The command that tests an image. */
final class SmokeCommand {
  private SmokeCommand() {}

  static Subcommand smoke(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Runs commands and imports in an image that the local engine has, each in a fresh container"
            + " without a network, and says which fail. Nothing is pulled or kept.",
        Parameters.SMOKE,
        "[IMAGE]",
        (arguments, machine) ->
            new Smoke(
                new SmokeReader(arguments.withOperands("image"), Parameter::option).read(),
                machine));
  }
}
