package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.dockerfile.DurationText;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.math.BigDecimal;
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
 * @param known the parameters that there are
 * @param naming how whoever gave them calls them
 */
public record Values(
    Map<String, List<String>> byName, List<Parameter> known, Function<Parameter, String> naming) {
  private static final int MOST = 100;
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern CPUS = Pattern.compile("[0-9]{1,4}([.][0-9]{1,3})?");
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  public Values {
    byName = Map.copyOf(byName);
    known = List.copyOf(known);
  }

  public boolean isSet(String name) {
    return byName.containsKey(name);
  }

  public List<String> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The value; one that is blank counts as not given, as forms and variables leave it. */
  public Optional<String> one(String name) throws UseCaseException {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw wrong(name, "it is given " + given.size() + " times; give it once");
    }
    return given.stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** The value of a parameter as a time, or that of a part of it. */
  public Duration duration(String name, String text) throws UseCaseException {
    if (text.isBlank()) {
      throw wrong(name, "the time is missing; write a positive one such as 90s, 5m or 1h30m");
    }
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, e.getMessage());
    }
  }

  public int count(String name, String text) throws UseCaseException {
    return count(name, text, MOST);
  }

  /** A number from 0 to the largest that makes sense. */
  public int count(String name, String text, int most) throws UseCaseException {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw wrong(name, "\"" + text + "\" is not a number from 0 to " + most);
  }

  public long bytes(String name, String text) throws UseCaseException {
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

  /** CPUs and memory, each as {@code NAME=VALUE}; what is not given is 0. */
  public Resources resources(String name) throws UseCaseException {
    Resources read = Resources.NONE;
    for (Map.Entry<String, String> one : pairs(name, WORD, "NAME=VALUE").entrySet()) {
      read =
          read.plus(
              switch (one.getKey()) {
                case "cpus" -> new Resources(milliCpus(name, one.getValue()), 0);
                case "memory" -> new Resources(0, bytes(name, one.getValue()));
                default -> throw wrong(name, "\"" + one.getKey() + "\" is neither cpus nor memory");
              });
    }
    return read;
  }

  private long milliCpus(String name, String text) throws UseCaseException {
    if (CPUS.matcher(text).matches()) {
      long thousandths = new BigDecimal(text).movePointRight(3).longValueExact();
      if (thousandths > 0) {
        return thousandths;
      }
    }
    throw wrong(name, "\"" + text + "\" is no number of CPUs: write for instance 2 or 0.5");
  }

  public Map<String, String> pairs(String name, Pattern key, String form) throws UseCaseException {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : all(name)) {
      Map.Entry<String, String> pair = pair(name, text, key, form);
      if (pairs.put(pair.getKey(), pair.getValue()) != null) {
        throw wrong(name, pair.getKey() + " is given twice");
      }
    }
    return pairs;
  }

  public Map.Entry<String, String> pair(String name, String text, Pattern key, String form)
      throws UseCaseException {
    int equals = text.indexOf('=');
    if (equals < 1 || !key.matcher(text.substring(0, equals)).matches()) {
      // The value may be secret: only what stands before the sign is shown.
      String shown = equals < 0 ? text : text.substring(0, equals) + "=…";
      throw wrong(name, "\"" + shown + "\" is not of the form " + form);
    }
    return Map.entry(text.substring(0, equals), text.substring(equals + 1));
  }

  /** A failure that names the parameter. */
  public UseCaseException wrong(String name, String problem) {
    String sentence = problem.endsWith(".") ? problem : problem + ".";
    return UseCaseException.input(called(name) + ": " + sentence);
  }

  /** How whoever gave the parameters calls one. */
  public String called(String name) {
    return naming.apply(Parameter.named(known, name));
  }
}
