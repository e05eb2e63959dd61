package io.jenkins.plugins.aiimage.build.failure;

import java.util.Optional;

/** The exit code of a RUN, which BuildKit's own exit code does not tell. */
final class ExitCode {
  private ExitCode() {}

  /**
   * The code at the end of what a builder says of a RUN.
   *
   * @param said without the repeated RUN, for instance {@code exit code: 137}
   */
  static Optional<Integer> in(String said) {
    String text = said.stripTrailing();
    int from = text.length();
    while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
      from--;
    }
    boolean code = from < text.length() && text.length() - from <= 3;
    return code ? Optional.of(Integer.valueOf(text.substring(from))) : Optional.empty();
  }
}
