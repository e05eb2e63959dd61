package io.jenkins.plugins.aiimage.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case
 * @param parameters by name in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
  Challenge {
    parameters = Map.copyOf(parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Reads what can be read; what is malformed is left out. */
  static List<Challenge> parse(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      new Parser(header, challenges).parse();
    }
    return List.copyOf(challenges);
  }

  private static final class Parser {
    private final String text;
    private final List<Challenge> challenges;
    private int at;

    Parser(String text, List<Challenge> challenges) {
      this.text = text;
      this.challenges = challenges;
    }

    void parse() {
      String scheme = "";
      Map<String, String> parameters = new LinkedHashMap<>();
      while (skipSeparators()) {
        String word = token();
        if (word.isEmpty()) {
          at++; // a stray character
        } else if (skipEquals()) {
          parameters.putIfAbsent(word, value());
        } else {
          add(scheme, parameters);
          scheme = word;
          parameters = new LinkedHashMap<>();
        }
      }
      add(scheme, parameters);
    }

    private void add(String scheme, Map<String, String> parameters) {
      if (!scheme.isEmpty()) {
        challenges.add(new Challenge(scheme, parameters));
      }
    }

    private boolean skipSeparators() {
      while (at < text.length() && " \t,".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length();
    }

    private boolean skipEquals() {
      int next = at;
      while (next < text.length() && " \t".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      if (next == text.length() || text.charAt(next) != '=') {
        return false;
      }
      at = next + 1;
      return true;
    }

    private String token() {
      int start = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String value() {
      while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
      int start = at;
      while (at < text.length() && " \t,".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      at++;
      return value.toString();
    }
  }
}
