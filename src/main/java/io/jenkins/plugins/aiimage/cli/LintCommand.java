package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.lint.Lint;
import io.jenkins.plugins.aiimage.lint.LintReader;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                new LintReader(Path.of(""), withOperands(arguments), Parameter::option).read(),
                machine));
  }

  private static Map<String, List<String>> withOperands(Arguments arguments) {
    Map<String, List<String>> values = new HashMap<>(arguments.given());
    if (!arguments.operands().isEmpty()) {
      List<String> files = new ArrayList<>(arguments.values("files"));
      files.addAll(arguments.operands());
      values.put("files", files);
    }
    return values;
  }
}
