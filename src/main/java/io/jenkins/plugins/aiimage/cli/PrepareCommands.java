package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;

/** The commands on a recipe. */
final class PrepareCommands {
  private PrepareCommands() {}

  static Subcommand prepare(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Makes sure that the image with this content exists: finds it in the cache, or builds the"
            + " phases that are missing, and publishes it.",
        Parameters.joined(Parameters.PREPARE, Parameters.PREPARE_SETTINGS),
        "",
        (arguments, machine) -> Prepare.of(request(arguments), machine));
  }

  static Subcommand plan(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Says what prepare would do: the content key, the phases, and what is cached. Builds and"
            + " changes nothing.",
        Parameters.joined(Parameters.RECIPE, Parameters.PREPARE_SETTINGS),
        "",
        (arguments, machine) -> Prepare.of(request(arguments).asDryRun(), machine));
  }

  private static PrepareRequest request(Arguments arguments) throws UseCaseException {
    return new RequestReader(arguments.given(), Path.of(""), Parameter::option).read();
  }
}
