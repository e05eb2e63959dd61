package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.trivy.TrivyReader;
import java.nio.file.Path;

/** Provides Trivy's databases. */
final class TrivyCommand {
  private TrivyCommand() {}

  static Subcommand trivyDb(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Puts Trivy's database into its cache folder, where it is not fresh: from the first source"
            + " that gives it, once for all who scan on this machine, whole or not at all. Without"
            + " a source, one that is not too old goes on being used.",
        Parameters.TRIVY,
        "",
        (arguments, machine) ->
            new TrivyReader(arguments.given(), Path.of(""), Parameter::option).read(machine));
  }
}
