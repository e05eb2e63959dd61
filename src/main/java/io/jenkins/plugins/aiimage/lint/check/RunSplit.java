package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.lint.shell.Chain;
import io.jenkins.plugins.aiimage.lint.shell.Element.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes several RUN instructions of one, where the shell of each needs nothing of another. */
record RunSplit(String text, RunStep run) {
  /** A RUN keeps nothing of these for the next one, and needs nothing of the one before. */
  private static final Set<String> INDEPENDENT =
      Set.of("apt-get update", "apt update", "apt-get clean", "apt clean");

  // No image has more layers than 127.
  private static final int MOST = 100;

  /** The instruction anew, with its line end; empty where it must stay one. */
  Optional<String> parts() {
    List<Chain> chains = run.script().chains();
    if (!run.script().plain() || chains.size() != 1 || !chains.get(0).end().isEmpty()) {
      return Optional.empty();
    }
    List<Command> commands = new ArrayList<>();
    for (Chain.Link link : chains.get(0).links()) {
      boolean simple = link.before().isEmpty() || link.before().equals("&&");
      if (!simple || !(link.element() instanceof Command command) || !mayMove(command)) {
        return Optional.empty();
      }
      commands.add(command);
    }
    List<List<Command>> segments = segments(commands);
    return segments.size() < 2 || segments.size() > MOST || leavesLists(segments)
        ? Optional.empty()
        : Optional.of(written(segments));
  }

  private static boolean mayMove(Command command) {
    if (command.redirections().stream().anyMatch(each -> !isDevice(each.target().value()))) {
      return false;
    }
    List<String> words = InstallCommand.withoutPrefixes(command.values());
    String line = String.join(" ", words);
    return RunStep.install(command).isPresent()
        || INDEPENDENT.contains(line)
        || line.startsWith("apt-get update ")
        || line.startsWith("echo ")
        || line.startsWith("pip config set ")
        || removesLists(words);
  }

  private static boolean isDevice(String target) {
    return target.startsWith("/dev/") || target.equals("1") || target.equals("2");
  }

  private static boolean removesLists(List<String> words) {
    return words.size() > 1
        && words.get(0).equals("rm")
        && words.stream()
            .skip(1)
            .allMatch(
                word ->
                    word.startsWith("-")
                        || word.startsWith("/var/lib/apt/lists")
                        || word.startsWith("/var/cache/apt"));
  }

  /** Each with one group; what prepares a group stands with it. */
  private static List<List<Command>> segments(List<Command> commands) {
    List<List<Command>> segments = new ArrayList<>();
    List<Command> current = new ArrayList<>();
    List<Command> waiting = new ArrayList<>();
    boolean heavy = false;
    boolean system = false;
    for (Command command : commands) {
      if (isHeavy(command) && heavy && !(isSystem(command) && system)) {
        segments.add(current);
        current = new ArrayList<>();
        heavy = false;
        system = false;
      }
      boolean prepares = !isHeavy(command) && (!waiting.isEmpty() || leads(command));
      if (prepares && heavy) {
        waiting.add(command);
      } else {
        waiting.add(command);
        heavy |= waiting.stream().anyMatch(RunSplit::isHeavy);
        system |= waiting.stream().anyMatch(RunSplit::isSystem);
        current.addAll(waiting);
        waiting.clear();
      }
    }
    current.addAll(waiting);
    segments.add(current);
    return segments;
  }

  private static boolean leads(Command command) {
    return RunStep.install(command).isPresent()
        || command.values().contains("update")
        || command.values().get(0).equals("echo");
  }

  private static boolean isHeavy(Command command) {
    return RunStep.install(command).filter(RunStep.Install::isHeavy).isPresent();
  }

  private static boolean isSystem(Command command) {
    return RunStep.install(command)
        .filter(install -> PackageGroups.SYSTEM.contains(install.packages().tool()))
        .isPresent();
  }

  /** A later layer cannot take away what an earlier one has. */
  private static boolean leavesLists(List<List<Command>> segments) {
    return segments.stream()
        .anyMatch(
            segment ->
                segment.stream().anyMatch(each -> removesLists(each.values()))
                    && segment.stream().noneMatch(RunSplit::isSystem));
  }

  private String written(List<List<Command>> segments) {
    String lineEnd = Text.lineEnd(text);
    int begin = run.instruction().span().start();
    String head = text.substring(begin, run.start(segments.get(0).get(0).start()));
    StringBuilder parts = new StringBuilder(head);
    int end = 0;
    for (List<Command> segment : segments) {
      int start = run.start(segment.get(0).start());
      if (end > 0) {
        parts.append(lineEnd).append(lineEnd);
        comments(text.substring(end, start)).forEach(each -> parts.append(each).append(lineEnd));
        parts.append(withoutComments(head));
      }
      end = run.end(segment.get(segment.size() - 1).end());
      parts.append(text, start, end);
    }
    return parts.append(text, end, run.instruction().span().end()).toString();
  }

  private static List<String> comments(String gap) {
    return gap.lines().map(String::strip).filter(line -> line.startsWith("#")).toList();
  }

  private static String withoutComments(String head) {
    StringBuilder kept = new StringBuilder();
    for (String line : head.split("(?<=\n)", -1)) {
      kept.append(line.strip().startsWith("#") ? "" : line);
    }
    return kept.toString();
  }
}
