package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;

/** How many arguments an instruction needs. */
final class ArgumentRules {
  private ArgumentRules() {}

  static void check(Keyword keyword, LogicalText arguments, int line) {
    switch (keyword) {
      // Docker accepts an empty CMD or ENTRYPOINT (Docker Engine 20.10, both builders).
      case CMD, ENTRYPOINT -> {}
      case FROM -> checkFrom(arguments.words(), line);
      case ADD, COPY -> {
        if (operands(arguments) < 2) {
          throw new DockerfileException(
              line, keyword + " needs a source and a destination; write both");
        }
      }
      default -> {
        if (arguments.isEmpty()) {
          throw new DockerfileException(
              line, keyword + " has no arguments; add them or remove the line");
        }
      }
    }
  }

  private static int operands(LogicalText arguments) {
    return ExecForm.of(arguments.toString()).map(List::size).orElse(arguments.words().size());
  }

  private static void checkFrom(List<LogicalText> words, int line) {
    boolean named = words.size() == 3 && words.get(1).toString().equalsIgnoreCase("AS");
    if (words.size() != 1 && !named) {
      throw new DockerfileException(line, "write FROM as: FROM image, or FROM image AS name");
    }
    if (named && !isStageName(words.get(2).toString())) {
      throw new DockerfileException(
          line,
          "the stage name "
              + words.get(2)
              + " is not allowed; begin with a letter and go on with letters, digits, - _ .");
    }
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = Character.toLowerCase(name.charAt(i));
      boolean letter = c >= 'a' && c <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!letter && !(other && i > 0)) {
        return false;
      }
    }
    return true;
  }

  static void checkTrigger(Keyword trigger, int line) {
    if (trigger == Keyword.ONBUILD || trigger == Keyword.FROM || trigger == Keyword.MAINTAINER) {
      throw new DockerfileException(
          line, "ONBUILD cannot keep a " + trigger + "; use another instruction");
    }
  }
}
