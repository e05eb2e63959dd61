package io.jenkins.plugins.aiimage.jenkins.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Parameters that were given, and what is put in for those that were not. */
final class Completion {
  private final Map<String, List<String>> all;

  Completion(Map<String, List<String>> given) {
    all = new LinkedHashMap<>(given);
  }

  /** The first value; empty where none is given. */
  String text(String name) {
    List<String> values = all.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0).strip();
  }

  boolean has(String name) {
    return all.containsKey(name);
  }

  /** The values but blank ones. */
  List<String> texts(String name) {
    return all.getOrDefault(name, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /** Puts these in place of what there is; no values are none given. */
  void replace(String name, List<String> values) {
    if (values.isEmpty()) {
      all.remove(name);
    } else {
      all.put(name, values);
    }
  }

  /** A single blank value counts as not given; a switch that is set has none, and is. */
  void put(String name, List<String> values) {
    List<String> given = all.get(name);
    if (given == null || (given.size() == 1 && given.get(0).isBlank())) {
      all.put(name, values);
    }
  }

  /** Nothing is put in for an empty text. */
  void put(String name, String value) {
    if (!value.isEmpty()) {
      put(name, List.of(value));
    }
  }

  /** Changes each value of a parameter; blank ones stay. */
  void change(String name, UnaryOperator<String> change) {
    all.computeIfPresent(
        name,
        (any, values) ->
            values.stream().map(value -> value.isBlank() ? value : change.apply(value)).toList());
  }

  Map<String, List<String>> all() {
    return Collections.unmodifiableMap(all);
  }
}
