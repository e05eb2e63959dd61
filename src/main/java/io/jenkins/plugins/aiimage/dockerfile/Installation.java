package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/** Finds the package installation that makes a RUN heavy. */
final class Installation {
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
    List<String> words = InstallCommand.withoutPrefixes(command);
    if (!words.isEmpty() && SHELLS.contains(InstallCommand.baseName(words.get(0)))) {
      return inShell(words.subList(1, words.size()));
    }
    return InstallCommand.of(command).flatMap(InstallCommand::phaseName);
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
}
