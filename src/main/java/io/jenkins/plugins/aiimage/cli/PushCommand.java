package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.push.PushReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings images to registries. */
final class PushCommand {
  private PushCommand() {}

  static Subcommand push(Terminal terminal) {
    return new UseCaseCommand(
        terminal,
        "Brings images to registries: sends only what a registry lacks, and nothing where it has the"
            + " image already; sets the tags by the same bytes, and reads them back. With --from it"
            + " promotes what a registry has, without an engine.",
        Parameters.joined(Parameters.PUSH, Parameters.PUSH_SETTINGS),
        "[IMAGE…]",
        (arguments, machine) ->
            new PushReader(withOperands(arguments), Parameter::option).read(machine));
  }

  private static Map<String, List<String>> withOperands(Arguments arguments) {
    Map<String, List<String>> values = new HashMap<>(arguments.given());
    if (!arguments.operands().isEmpty()) {
      List<String> images = new ArrayList<>(arguments.values("image"));
      images.addAll(arguments.operands());
      values.put("image", images);
    }
    return values;
  }
}
