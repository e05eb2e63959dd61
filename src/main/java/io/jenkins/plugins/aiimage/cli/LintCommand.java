package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.lint.Lint;
import io.jenkins.plugins.aiimage.lint.LintReader;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.nio.file.Path;

/** The command that reviews Dockerfiles. */
final class LintCommand {
  private LintCommand() {}

  static Subcommand lint(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Finds what makes images for AI slow, fragile or unsafe in their Dockerfiles, says why, and"
            + " with --fix mends what is safe to mend. Nothing is built.",
        Parameters.LINT,
        "[FILE…]",
        (arguments, machine) ->
            new Lint(
                new LintReader(Path.of(""), arguments.withOperands("files"), Parameter::option)
                    .read(),
                machine));
  }
}
