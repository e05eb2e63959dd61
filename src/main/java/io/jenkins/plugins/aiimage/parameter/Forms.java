package io.jenkins.plugins.aiimage.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Jenkinsfile may write for a parameter, in the one form that it is kept in: maps become
 * {@code NAME=VALUE} and {@code PHASE:SETTINGS}, single values lists, numbers texts.
 */
public final class Forms {
  private static final String PHASES = "phases";
  private static final String NEGATED = "--no-";

  private Forms() {}

  /** Switches, and arguments with other names, are left as they are. */
  public static Map<String, Object> normalised(
      Map<String, Object> arguments, List<Parameter> parameters) {
    Map<String, Object> normalised = new LinkedHashMap<>(arguments);
    for (Parameter parameter : parameters) {
      Object value = arguments.get(parameter.name());
      if (value == null || parameter.isSwitch()) {
        continue;
      }
      normalised.put(
          parameter.name(), parameter.many() ? list(parameter.name(), value) : value.toString());
    }
    return normalised;
  }

  /**
   * One parameter's values as a use case reads them; of a switch that is set, none. Empty if it
   * counts as not given.
   *
   * @param value in any form; a list of values as it is read, too
   * @throws IllegalArgumentException if it has none of these forms; the message goes on after the
   *     parameter's name
   */
  public static Optional<List<String>> values(Parameter parameter, Object value) {
    if (parameter.isSwitch()) {
      return isSet(parameter, value) ? Optional.of(List.of()) : Optional.empty();
    }
    boolean nested =
        value instanceof List<?> list
            && list.stream().anyMatch(one -> one instanceof Map || one instanceof List);
    if (nested || value instanceof Boolean || (value instanceof Map && !parameter.many())) {
      throw new IllegalArgumentException(
          "must be a text or an array of texts" + (parameter.many() ? " or an object." : "."));
    }
    return Optional.of(list(parameter.name(), value));
  }

  private static boolean isSet(Parameter parameter, Object value) {
    if (value instanceof Boolean given) {
      return given != parameter.option().startsWith(NEGATED);
    }
    if (value instanceof List<?> none && none.isEmpty()) {
      return true;
    }
    throw new IllegalArgumentException("must be true or false.");
  }

  private static List<String> list(String name, Object value) {
    List<String> list = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) ->
              list.add(name.equals(PHASES) ? key + ":" + settings(one) : key + "=" + one));
    } else if (value instanceof Iterable<?> several) {
      several.forEach(one -> list.add(String.valueOf(one)));
    } else {
      list.add(value.toString());
    }
    return list;
  }

  /** {@code [timeout: '20m', fallback: ['A=1', 'B=2']]} or the text itself. */
  private static String settings(Object settings) {
    if (!(settings instanceof Map<?, ?> map)) {
      return String.valueOf(settings);
    }
    List<String> words = new ArrayList<>();
    map.forEach((name, value) -> list("", value).forEach(one -> words.add(name + "=" + one)));
    return String.join(",", words);
  }
}
