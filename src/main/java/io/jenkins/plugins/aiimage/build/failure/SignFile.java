package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the form that {@code signs.txt} describes in its first lines. */
record SignFile(List<Sign> signs, List<Evidence> evidence) {
  private static final String TOOL = "== ";

  SignFile {
    signs = List.copyOf(signs);
    evidence = List.copyOf(evidence);
  }

  static SignFile parse(List<String> lines) {
    List<Sign> signs = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    String tool = "";
    List<String> block = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ")) {
        block.add(line.strip());
        continue;
      }
      addSign(tool, block, signs, evidence);
      block.clear();
      if (line.startsWith(TOOL)) {
        tool = line.substring(TOOL.length());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        block.add(line);
      }
    }
    addSign(tool, block, signs, evidence);
    return new SignFile(signs, evidence);
  }

  private static void addSign(
      String tool, List<String> block, List<Sign> signs, List<Evidence> evidence) {
    if (block.isEmpty()) {
      return;
    }
    List<String> examples = new ArrayList<>();
    String source = "";
    for (String line : block.subList(1, block.size())) {
      switch (first(line)) {
        case "e.g." -> examples.add(rest(line));
        case "seen", "known" -> source = first(line) + ": " + rest(line);
        default -> {}
      }
    }
    Sign sign = sign(block.get(0), tool, examples, source);
    signs.add(sign);
    for (String line : block.subList(1, block.size())) {
      switch (first(line)) {
        case "e.g.", "seen", "known" -> {}
        default -> {
          Weight weight = Weight.valueOf(first(line).toUpperCase(Locale.ROOT));
          evidence.add(new Evidence(sign, weight, Template.of(rest(line))));
        }
      }
    }
  }

  private static Sign sign(String heading, String tool, List<String> examples, String source) {
    List<String> words = List.of(heading.split(" +"));
    List<Integer> codes = new ArrayList<>();
    for (int i = 2; i < words.size(); i++) {
      if (words.get(i).equals("exit")) {
        codes.add(Integer.valueOf(words.get(i + 1)));
      }
    }
    return new Sign(
        words.get(0),
        tool,
        Cause.valueOf(words.get(1)),
        words.contains("vague"),
        codes,
        examples,
        source);
  }

  private static String first(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(' ')).strip();
  }
}
