package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.diagnose.Diagnose;
import io.jenkins.plugins.aiimage.diagnose.DiagnoseReader;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.nio.file.Path;

/** The command that looks before anything is built. */
final class DiagnoseCommand {
  private DiagnoseCommand() {}

  static Subcommand diagnose(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Says within seconds what would make a build slow: what is sent to the builder, which"
            + " packages are heavy, how fast package indexes answer. It needs no engine, and writes"
            + " only what it is asked for.",
        Parameters.joined(Parameters.DIAGNOSE, Parameters.PREPARE_SETTINGS),
        "",
        (arguments, machine) ->
            new Diagnose(
                new DiagnoseReader(Path.of(""), arguments.given(), Parameter::option).read(),
                machine));
  }
}
