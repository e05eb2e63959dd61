package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Jenkinsfile may write for a parameter, in the one form that it is kept in: maps become
 * {@code NAME=VALUE} and {@code PHASE:SETTINGS}, single values lists, numbers texts.
 */
final class Arguments {
  private static final String PHASES = "phases";

  private Arguments() {}

  /** Arguments with other names are left as they are. */
  static Map<String, Object> normalised(Map<String, Object> arguments, List<Parameter> parameters) {
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
