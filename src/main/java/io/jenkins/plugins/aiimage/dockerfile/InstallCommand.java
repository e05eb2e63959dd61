package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line that installs packages.
 *
 * @param program base name of what is run; {@code pip} for {@code python -m pip} and {@code uv pip}
 * @param words what follows the program
 * @param packages what is installed, lists of packages by their file, as written without quotes
 */
public record InstallCommand(
    PackageTool tool, String program, List<String> words, List<String> packages) {
  private static final List<String> PREFIXES =
      List.of(
          "sudo", "timeout", "env", "exec", "command", "time", "nice", "then", "do", "else", "if",
          "!", "{");

  public InstallCommand {
    words = List.copyOf(words);
    packages = List.copyOf(packages);
  }

  /**
   * Reads the words of one simple command.
   *
   * @param command without redirections; quotes and escapes removed
   * @return empty if it installs nothing
   */
  public static Optional<InstallCommand> of(List<String> command) {
    List<String> words = withoutPrefixes(command);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String program = baseName(words.get(0));
    List<String> rest = words.subList(1, words.size());
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

  /**
   * Without {@code A=b}, {@code sudo -E}, {@code timeout -k 5 10m} and the like before the program.
   */
  public static List<String> withoutPrefixes(List<String> words) {
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

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Optional<InstallCommand> installed(String program, List<String> words) {
    Optional<PackageTool> tool = PackageTool.named(program);
    if (tool.isEmpty()) {
      return Optional.empty();
    }
    List<String> operands = operands(tool.get(), words);
    if (operands.isEmpty()) {
      // A bare "yarn" installs.
      return program.equals("yarn") && words.isEmpty()
          ? Optional.of(new InstallCommand(tool.get(), program, words, List.of()))
          : Optional.empty();
    }
    if (!tool.get().installs(operands.get(0))) {
      return Optional.empty();
    }
    int first = Math.min(operands.get(0).equals("env") ? 2 : 1, operands.size());
    List<String> packages = operands.subList(first, operands.size());
    return Optional.of(new InstallCommand(tool.get(), program, words, packages));
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

  /** The name of a phase that ends here; empty if what is installed is too little for one. */
  public Optional<String> phaseName() {
    for (String each : packages) {
      String name = PackageName.of(each);
      if (!tool.isLight(name)) {
        return Optional.of(name);
      }
    }
    return packages.isEmpty() || tool != PackageTool.PIP ? Optional.of(program) : Optional.empty();
  }

  /** The packages without versions and extras, in lower case; of a list its file's name. */
  public List<String> names() {
    return packages.stream().map(PackageName::of).toList();
  }

  /** Whether it has one of these options, with or without a value. */
  public boolean has(String... options) {
    return value(options).isPresent() || words.stream().anyMatch(List.of(options)::contains);
  }

  /** The value of the first of these options that has one, as one word or as two. */
  public Optional<String> value(String... options) {
    for (int i = 0; i < words.size(); i++) {
      for (String option : options) {
        if (words.get(i).startsWith(option + "=")) {
          return Optional.of(words.get(i).substring(option.length() + 1));
        }
        if (words.get(i).equals(option) && i + 1 < words.size()) {
          return Optional.of(words.get(i + 1));
        }
      }
    }
    return Optional.empty();
  }
}
