package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Optional;

/** A flag of an instruction: {@code --link}, or {@code --from=nginx} with a value. */
public final class Flag {
  private final String name;
  private final Optional<LogicalText> value;

  private Flag(String name, Optional<LogicalText> value) {
    this.name = name;
    this.value = value;
  }

  /** {@code word} begins with two hyphens; its quotes and escapes are removed already. */
  static Flag of(LogicalText word) {
    int equals = word.toString().indexOf('=');
    return equals < 0
        ? new Flag(word.from(2).toString(), Optional.empty())
        : new Flag(word.part(2, equals).toString(), Optional.of(word.from(equals + 1)));
  }

  /** Without the hyphens. */
  public String name() {
    return name;
  }

  /** What follows the equals sign, without quotes; empty when there is no equals sign. */
  public Optional<String> value() {
    return value.map(LogicalText::toString);
  }

  Optional<LogicalText> text() {
    return value;
  }

  @Override
  public String toString() {
    return value.map(text -> "--" + name + "=" + text).orElse("--" + name);
  }
}
