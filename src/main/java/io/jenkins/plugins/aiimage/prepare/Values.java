package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.DurationText;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Parameters as text, by name.
 *
 * @param naming how whoever gave them calls them
 */
record Values(Map<String, List<String>> byName, Function<Parameter, String> naming) {
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  Values {
    byName = Map.copyOf(byName);
  }

  boolean isSet(String name) {
    return byName.containsKey(name);
  }

  List<String> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The value; one that is blank counts as not given, as forms and variables leave it. */
  Optional<String> one(String name) throws PrepareException {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw wrong(name, "it is given " + given.size() + " times; give it once");
    }
    return given.stream().filter(value -> !value.isBlank()).findFirst();
  }

  Duration duration(String name, String standard) throws PrepareException {
    try {
      return DurationText.parse(one(name).orElse(standard));
    } catch (IllegalArgumentException e) {
      throw wrong(name, e.getMessage());
    }
  }

  int count(String name, int standard) throws PrepareException {
    Optional<String> given = one(name);
    if (given.isEmpty()) {
      return standard;
    }
    try {
      int number = Integer.parseInt(given.get());
      if (number >= 0 && number <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw wrong(name, "\"" + given.get() + "\" is not a number from 0 to 100");
  }

  long bytes(String name, String text) throws PrepareException {
    String trimmed = text.strip().toUpperCase(Locale.ROOT);
    int unitAt = 0;
    while (unitAt < trimmed.length() && Character.isDigit(trimmed.charAt(unitAt))) {
      unitAt++;
    }
    Long unit = UNITS.get(trimmed.substring(unitAt).strip());
    if (unitAt == 0 || unitAt > 9 || unit == null || trimmed.matches("0+\\D*")) {
      throw wrong(name, "\"" + text + "\" is not a size: write for instance 800MB or 2GB");
    }
    return Long.parseLong(trimmed.substring(0, unitAt)) * unit;
  }

  Map<String, String> pairs(String name, Pattern key, String form) throws PrepareException {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : all(name)) {
      Map.Entry<String, String> pair = pair(name, text, key, form);
      if (pairs.put(pair.getKey(), pair.getValue()) != null) {
        throw wrong(name, pair.getKey() + " is given twice");
      }
    }
    return pairs;
  }

  Map.Entry<String, String> pair(String name, String text, Pattern key, String form)
      throws PrepareException {
    int equals = text.indexOf('=');
    if (equals < 1 || !key.matcher(text.substring(0, equals)).matches()) {
      // The value may be secret: only what stands before the sign is shown.
      String shown = equals < 0 ? text : text.substring(0, equals) + "=…";
      throw wrong(name, "\"" + shown + "\" is not of the form " + form);
    }
    return Map.entry(text.substring(0, equals), text.substring(equals + 1));
  }

  /** A failure that names the parameter. */
  PrepareException wrong(String name, String problem) {
    Parameter parameter = Parameter.named(Parameters.PREPARE, name);
    String sentence = problem.endsWith(".") ? problem : problem + ".";
    return PrepareException.input(naming.apply(parameter) + ": " + sentence);
  }
}
