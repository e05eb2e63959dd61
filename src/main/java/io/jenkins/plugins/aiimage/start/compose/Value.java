package io.jenkins.plugins.aiimage.start.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML document with the line that it begins in. */
sealed interface Value {
  /** 1-based. */
  int line();

  /** What it is, in a message. */
  String kind();

  /** Text, a number, a truth: as it is written. */
  record Scalar(String text, int line) implements Value {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  /** Nothing, as after a colon that nothing follows. */
  record Nothing(int line) implements Value {
    @Override
    public String kind() {
      return "empty";
    }
  }

  /** A list. */
  record Items(List<Value> values, int line) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order of the document. */
  record Members(Map<String, Value> values, int line) implements Value {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }
}
