package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Parameters as options of a command. */
final class Options {
  private Options() {}

  static void add(CommandSpec command, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      command.addOption(option(parameter));
    }
  }

  private static OptionSpec option(Parameter parameter) {
    OptionSpec.Builder option =
        OptionSpec.builder(parameter.option()).description(description(parameter));
    if (parameter.isSwitch()) {
      return option.type(boolean.class).build();
    }
    option.paramLabel(parameter.value()).hideParamSyntax(true);
    // One value an option, as it stands: a comma or blank belongs to the value.
    return parameter.many()
        ? option.type(List.class).auxiliaryTypes(String.class).arity("1").build()
        : option.type(String.class).arity("1").build();
  }

  private static String description(Parameter parameter) {
    String text = parameter.description();
    if (!parameter.standard().isEmpty()) {
      text += " Default: " + parameter.standard() + ".";
    }
    return text.replace("%", "%%");
  }

  /** What was given, by parameter name; a switch has no values. */
  static Map<String, List<String>> given(ParseResult parsed, List<Parameter> parameters) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (!parsed.hasMatchedOption(parameter.option())) {
        continue;
      }
      List<String> values = new ArrayList<>();
      if (!parameter.isSwitch()) {
        values.addAll(parsed.matchedOption(parameter.option()).originalStringValues());
      }
      given.put(parameter.name(), values);
    }
    return given;
  }
}
