package io.jenkins.plugins.aiimage.jenkins.step;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters that a step was given, by name; a switch that is set has no values. */
final class StepParameters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, ArrayList<String>> values = new TreeMap<>();

  /** One value; null and blank count as not given, as forms leave it. */
  void one(String name, String value) {
    if (value == null || value.isBlank()) {
      values.remove(name);
    } else {
      values.put(name, new ArrayList<>(List.of(value)));
    }
  }

  /** A number; null counts as not given. */
  void number(String name, Integer value) {
    one(name, value == null ? null : value.toString());
  }

  void many(String name, List<String> given) {
    if (given == null || given.isEmpty()) {
      values.remove(name);
    } else {
      values.put(name, new ArrayList<>(given));
    }
  }

  void flag(String name, boolean set) {
    if (set) {
      values.put(name, new ArrayList<>());
    } else {
      values.remove(name);
    }
  }

  /** The value; null if none was given. */
  String one(String name) {
    List<String> given = values.get(name);
    return given == null ? null : given.get(0);
  }

  /** The number; null if none was given. */
  Integer number(String name) {
    String value = one(name);
    return value == null ? null : Integer.valueOf(value);
  }

  /** The values; null if none were given. */
  List<String> many(String name) {
    List<String> given = values.get(name);
    return given == null ? null : Collections.unmodifiableList(given);
  }

  boolean flag(String name) {
    return values.containsKey(name);
  }

  Map<String, ? extends List<String>> asMap() {
    return Collections.unmodifiableMap(values);
  }
}
