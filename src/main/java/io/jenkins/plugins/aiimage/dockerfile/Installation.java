package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the package installation that makes a RUN heavy. */
final class Installation {
  private static final List<String> PREFIXES =
      List.of(
          "sudo", "timeout", "env", "exec", "command", "time", "nice", "then", "do", "else", "if",
          "!", "{");
  private static final List<String> SHELLS = List.of("sh", "bash", "ash", "dash", "zsh");

  private Installation() {}

  /** What a RUN installs first, as the name of a phase; empty when it installs nothing heavy. */
  static Optional<String> in(Instruction run) {
    if (run.execForm().isPresent()) {
      return inCommand(run.execForm().get());
    }
    Optional<String> found = inScript(run.arguments());
    for (Heredoc heredoc : run.heredocs()) {
      found = found.or(() -> inScript(heredoc.body()));
    }
    return found;
  }

  private static Optional<String> inScript(String script) {
    for (List<String> command : ShellCommands.of(script)) {
      Optional<String> found = inCommand(command);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inCommand(List<String> command) {
    List<String> words = withoutPrefixes(command);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String program = baseName(words.get(0));
    List<String> rest = words.subList(1, words.size());
    if (SHELLS.contains(program)) {
      return inShell(rest);
    }
    if (program.startsWith("python") && startsWith(rest, "-m", "pip")) {
      return installed("pip", rest.subList(2, rest.size()));
    }
    if (program.equals("uv") && startsWith(rest, "pip")) {
      return installed("pip", rest.subList(1, rest.size()));
    }
    return installed(program, rest);
  }

  private static boolean startsWith(List<String> words, String... start) {
    return words.size() >= start.length && words.subList(0, start.length).equals(List.of(start));
  }

  /** The script of {@code sh -c}, also written {@code bash -lc}. */
  private static Optional<String> inShell(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      String option = words.get(i);
      if (option.startsWith("-") && !option.startsWith("--") && option.endsWith("c")) {
        return inScript(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Without {@code A=b}, {@code sudo -E}, {@code timeout -k 5 10m} and the like before the program.
   */
  private static List<String> withoutPrefixes(List<String> words) {
    int first = 0;
    while (first < words.size()) {
      String word = words.get(first);
      boolean option = first > 0 && isOption(word);
      if (!option && !PREFIXES.contains(word) && !isAssignment(word)) {
        break;
      }
      first++;
    }
    return words.subList(first, words.size());
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.chars().limit(equals).allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Optional<String> installed(String program, List<String> words) {
    Optional<PackageTool> tool = PackageTool.named(program);
    if (tool.isEmpty()) {
      return Optional.empty();
    }
    List<String> operands = operands(tool.get(), words);
    if (operands.isEmpty()) {
      // A bare "yarn" installs.
      return program.equals("yarn") && words.isEmpty() ? Optional.of(program) : Optional.empty();
    }
    if (!tool.get().installs(operands.get(0))) {
      return Optional.empty();
    }
    int first = operands.get(0).equals("env") ? 2 : 1;
    for (String operand : operands.subList(Math.min(first, operands.size()), operands.size())) {
      String name = PackageName.of(operand);
      if (!tool.get().isLight(name)) {
        return Optional.of(name);
      }
    }
    return operands.size() > first && tool.get() == PackageTool.PIP
        ? Optional.empty()
        : Optional.of(program);
  }

  /** The words that are no options: the verb, then packages and lists of packages, in order. */
  private static List<String> operands(PackageTool tool, List<String> words) {
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("-")) {
        if (!isRedirection(word)) {
          operands.add(word);
        }
      } else if (equals > 0) {
        if (tool.takesList(word.substring(0, equals))) {
          operands.add(word.substring(equals + 1));
        }
      } else if (tool.takesList(word) && i + 1 < words.size()) {
        operands.add(words.get(++i));
      } else if (tool.takesValue(word)) {
        i++;
      }
    }
    return operands;
  }

  private static boolean isRedirection(String word) {
    return word.startsWith(">") || word.startsWith("<") || word.startsWith("2>");
  }
}
