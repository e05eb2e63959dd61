package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Comment;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What comments ask not to be told: {@code # ai-image: ignore=DK004,AI001} of the instruction below
 * it, {@code # ai-image: ignore-file=DK004} of the whole file.
 */
public record Ignores(List<Ignore> all) {
  private static final String BEGINNING = "ai-image:";
  private static final String OF_LINE = "ignore=";
  private static final String OF_FILE = "ignore-file=";

  /**
   * One rule that is ignored.
   *
   * @param line of the comment
   * @param first line of what it is about
   * @param last line of that
   */
  public record Ignore(String rule, int line, int first, int last) {
    private boolean covers(String other, int otherLine) {
      return rule.equals(other) && first <= otherLine && otherLine <= last;
    }
  }

  public Ignores {
    all = List.copyOf(all);
  }

  static Ignores of(Dockerfile dockerfile) {
    List<Ignore> ignores = new ArrayList<>();
    for (Comment comment : dockerfile.comments()) {
      if (comment.text().startsWith(BEGINNING)) {
        String order = comment.text().substring(BEGINNING.length()).strip();
        if (order.startsWith(OF_FILE)) {
          add(ignores, order.substring(OF_FILE.length()), comment.line(), 1, Integer.MAX_VALUE);
        } else if (order.startsWith(OF_LINE)) {
          Instruction below = below(dockerfile, comment);
          int first = below.span().firstLine();
          add(ignores, order.substring(OF_LINE.length()), comment.line(), first, last(below));
        }
      }
    }
    return new Ignores(ignores);
  }

  private static int last(Instruction instruction) {
    return instruction.span().lastLine();
  }

  private static void add(List<Ignore> ignores, String names, int line, int first, int last) {
    // What follows a blank is for people.
    for (String name : names.split("[ \\t]", 2)[0].split(",", -1)) {
      if (!name.isEmpty()) {
        ignores.add(new Ignore(name, line, first, last));
      }
    }
  }

  /** The instruction below a comment; below the last one, the last one is as good as none. */
  private static Instruction below(Dockerfile dockerfile, Comment comment) {
    List<Instruction> all = new ArrayList<>(dockerfile.globalArguments());
    for (Stage stage : dockerfile.stages()) {
      all.add(stage.from());
      all.addAll(stage.instructions());
    }
    for (Instruction instruction : all) {
      if (instruction.span().start() > comment.start()) {
        return instruction;
      }
    }
    return all.get(all.size() - 1);
  }

  /** Whether nobody wants to hear of this rule in this line. */
  public boolean cover(String rule, int line) {
    return all.stream().anyMatch(ignore -> ignore.covers(rule, line));
  }

  /**
   * Findings about rules of ours that are ignored where they find nothing.
   *
   * @param found whether a rule finds something from one line to another
   */
  public List<Finding> unused(BiPredicate<String, Ignore> found) {
    List<Finding> unused = new ArrayList<>();
    for (Ignore ignore : all) {
      boolean ours = ignore.rule().startsWith("DK") || ignore.rule().startsWith("AI");
      if (ours && !found.test(ignore.rule(), ignore)) {
        unused.add(
            Finding.of(Rule.AI014, ignore.line(), ignore.rule() + " is ignored and finds nothing"));
      }
    }
    return unused;
  }
}
