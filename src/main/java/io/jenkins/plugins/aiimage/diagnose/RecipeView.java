package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.dockerfile.Assignment;
import io.jenkins.plugins.aiimage.dockerfile.Comment;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.PackageTool;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Source;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import io.jenkins.plugins.aiimage.lint.shell.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile as far as it matters before a build.
 *
 * @param variables what ARG and ENV give, and what was given for an ARG; of several values the last
 */
record RecipeView(
    Dockerfile dockerfile, Map<String, String> buildArguments, Map<String, String> variables) {
  private static final String PLATFORM = "linux/amd64";
  private static final String FALLBACK = "fallback=";

  RecipeView {
    variables = Map.copyOf(variables);
  }

  /** An installation of Python packages. */
  record Install(InstallCommand command, int line) {
    /** The files that it reads packages from, as they are named. */
    List<String> lists() {
      List<String> lists = new ArrayList<>();
      List<String> words = command.words();
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        boolean option = word.equals("-r") || word.equals("--requirement");
        if (option && i + 1 < words.size()) {
          lists.add(words.get(i + 1));
        } else if (word.startsWith("--requirement=")) {
          lists.add(word.substring(word.indexOf('=') + 1));
        }
      }
      return lists;
    }
  }

  /**
   * Reads a Dockerfile.
   *
   * @throws DockerfileException when Docker would refuse it
   */
  static RecipeView of(String text, Map<String, String> buildArguments) {
    Dockerfile dockerfile = Dockerfile.parse(text);
    Map<String, String> variables = new LinkedHashMap<>();
    for (Instruction instruction : all(dockerfile)) {
      Keyword keyword = instruction.keyword();
      if (keyword == Keyword.ARG || keyword == Keyword.ENV) {
        for (Assignment each : Assignment.of(instruction, dockerfile.escape())) {
          each.value().ifPresent(value -> variables.put(each.name(), unquoted(value)));
          String given = buildArguments.get(each.name());
          if (keyword == Keyword.ARG && given != null) {
            variables.put(each.name(), given);
          }
        }
      }
    }
    return new RecipeView(dockerfile, buildArguments, variables);
  }

  private static List<Instruction> all(Dockerfile dockerfile) {
    List<Instruction> all = new ArrayList<>(dockerfile.globalArguments());
    dockerfile.stages().forEach(stage -> all.addAll(stage.instructions()));
    return all;
  }

  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0 && "\"'".indexOf(value.charAt(0)) >= 0 && value.charAt(0) == value.charAt(last);
    return quoted ? value.substring(1, last) : value;
  }

  /** What pip and its like install. */
  List<Install> installs() {
    List<Install> installs = new ArrayList<>();
    for (Instruction instruction : all(dockerfile)) {
      if (instruction.keyword() == Keyword.RUN) {
        for (List<String> command : commands(instruction)) {
          InstallCommand.of(command)
              .filter(install -> install.tool() == PackageTool.PIP)
              .ifPresent(
                  install -> installs.add(new Install(install, instruction.span().firstLine())));
        }
      }
    }
    return installs;
  }

  private static List<List<String>> commands(Instruction run) {
    if (run.execForm().isPresent()) {
      return List.of(run.execForm().get());
    }
    List<List<String>> commands = new ArrayList<>();
    List<String> scripts = new ArrayList<>(List.of(run.arguments()));
    run.heredocs().forEach(heredoc -> scripts.add(heredoc.body()));
    for (String script : scripts) {
      Script.parse(script).commands().stream().map(Element.Command::values).forEach(commands::add);
    }
    return commands;
  }

  /** Every word of every command that RUN has, for what is no installation. */
  List<List<String>> commands() {
    return all(dockerfile).stream()
        .filter(each -> each.keyword() == Keyword.RUN)
        .flatMap(run -> commands(run).stream())
        .toList();
  }

  /** The values of the fallbacks that marks of phases name. */
  List<String> fallbacks() {
    List<String> values = new ArrayList<>();
    for (Comment comment : dockerfile.comments()) {
      if (comment.text().startsWith("phase:")) {
        for (String word : comment.text().split("\\s+", -1)) {
          if (word.startsWith(FALLBACK)) {
            values.add(word.substring(word.indexOf('=', FALLBACK.length()) + 1));
          }
        }
      }
    }
    return values;
  }

  /** The names of the last stage's phases; none where they depend on what is not known. */
  List<String> phases() {
    return resolved(dockerfile.stages().size() - 1)
        .map(file -> file.phases().stream().map(Phase::name).toList())
        .orElse(List.of());
  }

  /** What instructions of any stage name of the context, but all of it. */
  Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    for (Stage stage : dockerfile.stages()) {
      resolved(stage.index())
          .ifPresentOrElse(
              file -> file.stages().forEach(each -> named.addAll(named(each))),
              () -> stage.instructions().forEach(each -> named.addAll(words(each))));
    }
    named.remove(".");
    return named;
  }

  private static Set<String> named(ResolvedStage stage) {
    Set<String> named = new LinkedHashSet<>();
    for (ResolvedInstruction instruction : stage.instructions()) {
      for (Source source : instruction.sources()) {
        if (source instanceof Source.ContextPaths paths) {
          named.addAll(paths.patterns());
        }
      }
    }
    return named;
  }

  /** Where a variable keeps a stage from being read, its words as they stand. */
  private static List<String> words(Instruction instruction) {
    boolean copies = instruction.keyword() == Keyword.COPY || instruction.keyword() == Keyword.ADD;
    return copies ? List.of(instruction.arguments().split("[\\s,\\[\\]\"]+", -1)) : List.of();
  }

  private Optional<ResolvedDockerfile> resolved(int stage) {
    try {
      return Optional.of(
          ResolvedDockerfile.of(
              dockerfile, Optional.of(Integer.toString(stage)), buildArguments, PLATFORM));
    } catch (DockerfileException e) {
      return Optional.empty();
    }
  }

  /** A text with its variables; empty if one of them is not known before a build. */
  Optional<String> expanded(String text) {
    StringBuilder expanded = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '$') {
        expanded.append(c);
        i++;
        continue;
      }
      boolean braces = text.startsWith("${", i);
      int start = i + (braces ? 2 : 1);
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      int close = braces ? text.indexOf('}', end) : end;
      String name = text.substring(start, end);
      boolean standard = braces && text.startsWith(":-", end) && close > 0;
      String value = variables.getOrDefault(name, standard ? text.substring(end + 2, close) : null);
      if (name.isEmpty() || value == null || close < 0 || value.indexOf('$') >= 0) {
        return Optional.empty();
      }
      expanded.append(value);
      i = braces ? close + 1 : end;
    }
    return Optional.of(expanded.toString());
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
