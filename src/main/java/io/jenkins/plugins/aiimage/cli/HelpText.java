package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Help for a terminal of a hundred columns. */
final class HelpText {
  private static final int WIDTH = 100;
  private static final int COLUMN = 28;

  private HelpText() {}

  static String overview(Map<String, Subcommand> subcommands) {
    StringBuilder text = new StringBuilder("Usage: ai-image COMMAND [OPTIONS]\n\n");
    wrap(
            "Container images for AI: found in the registry by their content, or built in phases"
                + " that time out, notice a stall, and resume.",
            WIDTH)
        .forEach(line -> text.append(line).append('\n'));
    text.append("\nCommands:\n");
    subcommands.forEach(
        (name, subcommand) -> entry(text, "  " + name, List.of(subcommand.description())));
    text.append("\nOptions:\n");
    entry(text, "  --help", List.of("Show this help, or after a command the help of it."));
    entry(text, "  --version", List.of("Show the version."));
    text.append(
        "\nExit codes: 0 success, 2 wrong use or input; docs/exit-codes.md has them all.\n");
    return text.toString();
  }

  static String of(String name, Subcommand subcommand) {
    StringBuilder text = new StringBuilder("Usage: ai-image " + name + " [OPTIONS]");
    text.append(subcommand.operands().isEmpty() ? "" : " " + subcommand.operands()).append("\n\n");
    wrap(subcommand.description(), WIDTH).forEach(line -> text.append(line).append('\n'));
    text.append("\nOptions:\n");
    for (Parameter parameter : subcommand.parameters()) {
      entry(text, "  " + synopsis(parameter), description(parameter));
    }
    entry(text, "  --help", List.of("Show this help."));
    return text.toString();
  }

  private static String synopsis(Parameter parameter) {
    return parameter.option()
        + (parameter.isSwitch() ? "" : " " + parameter.value())
        + (parameter.many() ? " …" : "");
  }

  private static List<String> description(Parameter parameter) {
    return parameter.standard().isEmpty()
        ? List.of(parameter.description())
        : List.of(parameter.description(), "Default: " + parameter.standard());
  }

  private static void entry(StringBuilder text, String head, List<String> paragraphs) {
    String left = head;
    if (left.length() >= COLUMN) {
      text.append(left).append('\n');
      left = "";
    }
    for (String paragraph : paragraphs) {
      for (String line : wrap(paragraph, WIDTH - COLUMN)) {
        text.append(left).append(" ".repeat(COLUMN - left.length())).append(line).append('\n');
        left = "";
      }
    }
  }

  private static List<String> wrap(String paragraph, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
