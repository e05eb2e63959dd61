package io.jenkins.plugins.aiimage.dockerfile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables visible at one place of the Dockerfile. A variable is known, unset, or unknown: set
 * to something only the builder knows, or to something on which builders disagree.
 */
final class Scope {
  private static final Optional<String> UNKNOWN = Optional.empty();

  private final Map<String, Optional<String>> values = new HashMap<>();
  private final Set<String> environment = new HashSet<>();
  private final boolean open;

  private Scope(boolean open) {
    this.open = open;
  }

  /** Knows nothing, and what it does not know is unset. */
  static Scope closed() {
    return new Scope(false);
  }

  static Scope onScratch() {
    Scope scope = new Scope(false);
    // BuildKit sets a PATH even where the base has none, the classic builder does not.
    scope.setEnvironment("PATH", UNKNOWN);
    return scope;
  }

  /** On an image whose environment may hold anything. */
  static Scope onImage() {
    return new Scope(true);
  }

  /** At the beginning of a stage that is built on the one of this scope. */
  Scope child() {
    Scope child = new Scope(open);
    for (Map.Entry<String, Optional<String>> variable : values.entrySet()) {
      if (environment.contains(variable.getKey())) {
        child.setEnvironment(variable.getKey(), variable.getValue());
      } else {
        // BuildKit lets a stage inherit the ARGs of its base, the classic builder does not.
        child.values.put(variable.getKey(), UNKNOWN);
      }
    }
    return child;
  }

  void setEnvironment(String name, Optional<String> value) {
    environment.add(name);
    values.put(name, value);
  }

  void setArgument(String name, Optional<String> value) {
    // After an ENV of that name the classic builder keeps the ENV, BuildKit takes the ARG.
    boolean disputed = environment.contains(name) && !value.equals(values.get(name));
    values.put(name, disputed ? UNKNOWN : value);
  }

  boolean isUnknown(String name) {
    Optional<String> value = values.get(name);
    return value == null ? open : value.isEmpty();
  }

  /** The value, or empty when unset or unknown. */
  Optional<String> value(String name) {
    return values.getOrDefault(name, UNKNOWN);
  }
}
