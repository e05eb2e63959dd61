package io.jenkins.plugins.aiimage.start.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts variables into text by the rules of the Compose specification: {@code $NAME}, {@code
 * ${NAME}}, {@code ${NAME:-standard}}, {@code ${NAME:?message}}, {@code ${NAME:+other}}, each also
 * without its colon, and {@code $$} for a dollar sign.
 */
final class Interpolation {
  private static final int DEEPEST = 10;

  private final Map<String, String> variables;
  private final Set<String> missing = new TreeSet<>();

  Interpolation(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Names that had no value and no standard: nothing was put in. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  /** The same value with variables put in, in all its texts. */
  Value in(Value value) throws ComposeException {
    if (value instanceof Value.Scalar scalar) {
      return new Value.Scalar(in(scalar.text(), scalar.line(), 0), scalar.line());
    }
    if (value instanceof Value.Items items) {
      List<Value> all = new ArrayList<>();
      for (Value item : items.values()) {
        all.add(in(item));
      }
      return new Value.Items(all, items.line());
    }
    if (value instanceof Value.Members members) {
      Map<String, Value> all = new LinkedHashMap<>();
      for (Map.Entry<String, Value> member : members.values().entrySet()) {
        all.put(member.getKey(), in(member.getValue()));
      }
      return new Value.Members(all, members.line());
    }
    return value;
  }

  private String in(String text, int line, int depth) throws ComposeException {
    if (text.indexOf('$') < 0) {
      return text;
    }
    if (depth > DEEPEST) {
      throw new ComposeException(line, "variables are nested too deeply");
    }
    StringBuilder done = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$') {
        done.append(c);
        at++;
      } else if (text.startsWith("$$", at)) {
        done.append('$');
        at += 2;
      } else if (text.startsWith("${", at)) {
        int end = closing(text, at + 2, line);
        done.append(braced(text.substring(at + 2, end), line, depth));
        at = end + 1;
      } else {
        int end = nameEnd(text, at + 1);
        if (end == at + 1) {
          throw new ComposeException(line, "a $ stands alone: write $$ for the sign itself");
        }
        done.append(plain(text.substring(at + 1, end)));
        at = end;
      }
    }
    return done.toString();
  }

  private static int closing(String text, int from, int line) throws ComposeException {
    int open = 1;
    for (int at = from; at < text.length(); at++) {
      if (text.startsWith("${", at)) {
        open++;
      } else if (text.charAt(at) == '}' && --open == 0) {
        return at;
      }
    }
    throw new ComposeException(line, "${ has no closing brace");
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (isLetter(text.charAt(end)) || (end > from && isDigit(text.charAt(end))))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String plain(String name) {
    String value = variables.get(name);
    if (value == null) {
      missing.add(name);
      return "";
    }
    return value;
  }

  private String braced(String inside, int line, int depth) throws ComposeException {
    int end = nameEnd(inside, 0);
    String name = inside.substring(0, end);
    String rest = inside.substring(end);
    if (name.isEmpty()) {
      throw new ComposeException(line, "${" + inside + "} names no variable");
    }
    if (rest.isEmpty()) {
      return plain(name);
    }
    boolean colon = rest.charAt(0) == ':';
    String operation = rest.substring(colon ? 1 : 0);
    String value = variables.get(name);
    boolean set = value != null && !(colon && value.isEmpty());
    if (operation.startsWith("-")) {
      return set ? value : in(operation.substring(1), line, depth + 1);
    }
    if (operation.startsWith("+")) {
      return set ? in(operation.substring(1), line, depth + 1) : "";
    }
    if (operation.startsWith("?")) {
      if (!set) {
        String message = in(operation.substring(1), line, depth + 1);
        throw new ComposeException(
            line,
            "the variable " + name + " is not set" + (message.isBlank() ? "" : ": " + message));
      }
      return value;
    }
    throw new ComposeException(line, "${" + inside + "} is not understood");
  }
}
