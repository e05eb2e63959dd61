package io.jenkins.plugins.aiimage.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parser directives, comments that count only at the very top of the file. */
final class Directives {
  private static final List<String> KNOWN = List.of("syntax", "escape", "check");

  private final Set<String> seen = new HashSet<>();
  private boolean open = true;
  private char escape = '\\';
  private int end;

  char escape() {
    return escape;
  }

  /** Whether one names the image that reads the file, {@code # syntax=}. */
  boolean nameSyntax() {
    return seen.contains("syntax");
  }

  /** Looks at the next line of the file; the first that is no directive ends them. */
  void offer(SourceLine line, String text) {
    if (open) {
      open = accept(line.number(), line.content(text).strip());
      end = open ? line.end() : end;
    }
  }

  /** Offset after the last directive. */
  int end() {
    return end;
  }

  private boolean accept(int number, String line) {
    int equals = line.indexOf('=');
    if (!line.startsWith("#") || equals < 0) {
      return false;
    }
    String name = line.substring(1, equals).strip().toLowerCase(Locale.ROOT);
    String value = line.substring(equals + 1).strip();
    if (!KNOWN.contains(name) || value.isEmpty()) {
      return false;
    }
    if (!seen.add(name)) {
      throw new DockerfileException(
          number, "the directive " + name + " is given twice; keep one of them");
    }
    if (name.equals("escape")) {
      if (!value.equals("\\") && !value.equals("`")) {
        throw new DockerfileException(
            number, "the escape character is \\ or `, not " + value + "; write one of the two");
      }
      escape = value.charAt(0);
    }
    return true;
  }
}
