package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * What was typed after the name of a command.
 *
 * @param given values by parameter name; a switch that is set has none
 * @param operands what is no option
 */
record Arguments(Map<String, List<String>> given, List<String> operands) {
  private static final String DASHES = "--";

  Arguments {
    given = Map.copyOf(given);
    operands = List.copyOf(operands);
  }

  /** Fails with a {@code ParseException} in one sentence. */
  static Arguments parse(List<Parameter> parameters, List<String> words) throws ParseException {
    Options options = new Options();
    for (Parameter parameter : parameters) {
      options.addOption(
          Option.builder()
              .longOpt(parameter.option().substring(DASHES.length()))
              .hasArg(!parameter.isSwitch())
              .get());
    }
    // Names in full, and values as they stand: quotes belong to them.
    CommandLine parsed =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get()
            .parse(options, words.toArray(String[]::new));
    Map<String, List<String>> given = new HashMap<>();
    for (Parameter parameter : parameters) {
      String option = parameter.option().substring(DASHES.length());
      if (parsed.hasOption(option)) {
        String[] values = parsed.getOptionValues(option);
        given.put(parameter.name(), values == null ? List.of() : List.of(values));
      }
    }
    return new Arguments(given, parsed.getArgList());
  }

  /** What is given, with the operands as values of a parameter. */
  Map<String, List<String>> withOperands(String parameter) {
    Map<String, List<String>> values = new HashMap<>(given);
    if (!operands.isEmpty()) {
      List<String> all = new ArrayList<>(values(parameter));
      all.addAll(operands);
      values.put(parameter, all);
    }
    return values;
  }

  boolean isSet(String parameter) {
    return given.containsKey(parameter);
  }

  List<String> values(String parameter) {
    return given.getOrDefault(parameter, List.of());
  }
}
