package io.jenkins.plugins.aiimage.parameter;

import java.util.List;

/**
 * A parameter of a use case, described once for the command line, the step's help and the
 * documentation.
 *
 * @param name of the step's parameter, for instance {@code stallTimeout}
 * @param option of the command line, for instance {@code --stall-timeout}
 * @param value what stands for its value in help texts; empty for a switch
 * @param many whether it may be given more than once
 * @param standard its default in words; empty if there is none worth a word
 * @param description one or two sentences
 */
public record Parameter(
    String name, String option, String value, boolean many, String standard, String description) {

  /** True if it takes no value. */
  public boolean isSwitch() {
    return value.isEmpty();
  }

  static Parameter one(
      String name, String option, String value, String standard, String description) {
    return new Parameter(name, option, value, false, standard, description);
  }

  static Parameter many(
      String name, String option, String value, String standard, String description) {
    return new Parameter(name, option, value, true, standard, description);
  }

  static Parameter flag(String name, String option, String description) {
    return new Parameter(name, option, "", false, "", description);
  }

  /** The parameter of that name. */
  public static Parameter named(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
  }
}
