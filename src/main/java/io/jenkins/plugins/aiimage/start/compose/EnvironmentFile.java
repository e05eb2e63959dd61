package io.jenkins.plugins.aiimage.start.compose;

import java.util.LinkedHashMap;
import java.util.Map;

/** A file of variables, {@code NAME=value} in each line, as {@code env_file} names one. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /**
   * The variables. A value may stand in quotes; behind one that does not, a comment may.
   *
   * @param outer what a name without a value is looked up in
   */
  static Map<String, String> parse(String text, Map<String, String> outer) throws ComposeException {
    Map<String, String> variables = new LinkedHashMap<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.startsWith("export ")) {
        line = line.substring("export ".length()).strip();
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String name = (equals < 0 ? line : line.substring(0, equals)).strip();
      if (!isName(name)) {
        throw new ComposeException(number, "it is not of the form NAME=value");
      }
      if (equals >= 0) {
        variables.put(name, value(line.substring(equals + 1).strip(), number));
      } else if (outer.containsKey(name)) {
        variables.put(name, outer.get(name));
      }
    }
    return variables;
  }

  /** Whether a variable may have this name in a container. */
  static boolean isName(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == '=' || c == 127);
  }

  private static String value(String text, int line) throws ComposeException {
    if (text.startsWith("\"") || text.startsWith("'")) {
      int end = text.indexOf(text.charAt(0), 1);
      if (end < 0) {
        throw new ComposeException(line, "a quote is not closed");
      }
      return text.substring(1, end);
    }
    int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
