package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/** One instruction of a Dockerfile. */
public final class Instruction {
  private final Keyword keyword;
  private final List<Flag> flags;
  private final LogicalText arguments;
  private final Optional<List<String>> execForm;
  private final Optional<Instruction> trigger;
  private final List<Heredoc> heredocs;
  private final Span span;

  Instruction(
      Keyword keyword,
      List<Flag> flags,
      LogicalText arguments,
      Optional<List<String>> execForm,
      Optional<Instruction> trigger,
      List<Heredoc> heredocs,
      Span span) {
    this.keyword = keyword;
    this.flags = List.copyOf(flags);
    this.arguments = arguments;
    this.execForm = execForm.map(List::copyOf);
    this.trigger = trigger;
    this.heredocs = List.copyOf(heredocs);
    this.span = span;
  }

  public Keyword keyword() {
    return keyword;
  }

  public List<Flag> flags() {
    return flags;
  }

  /** The value of the first flag of that name. */
  public Optional<String> flag(String name) {
    for (Flag flag : flags) {
      if (flag.name().equals(name)) {
        return flag.value();
      }
    }
    return Optional.empty();
  }

  /** What follows the flags: continuations joined, comments removed, ends trimmed. */
  public String arguments() {
    return arguments.toString();
  }

  /** Offset in the file of the character of {@link #arguments} at {@code index}. */
  public int offset(int index) {
    return arguments.offset(index);
  }

  LogicalText argumentText() {
    return arguments;
  }

  /** The words of a JSON array; empty for the shell form, as which Docker takes invalid JSON. */
  public Optional<List<String>> execForm() {
    return execForm;
  }

  /** What an ONBUILD keeps for later. */
  public Optional<Instruction> trigger() {
    return trigger;
  }

  public List<Heredoc> heredocs() {
    return heredocs;
  }

  /** Where the instruction stands in the file, heredocs and the final line end included. */
  public Span span() {
    return span;
  }

  int line() {
    return span.firstLine();
  }

  /**
   * The instruction without comments and continuations, for hashing: two instructions of the same
   * canonical text do the same. Blanks inside the arguments stay, since the shell sees them.
   */
  public String canonical() {
    StringBuilder canonical = new StringBuilder(keyword.name());
    for (Flag flag : flags) {
      canonical.append(' ').append(flag);
    }
    canonical.append(' ').append(arguments);
    for (Heredoc heredoc : heredocs) {
      canonical.append('\n').append(heredoc.body()).append(heredoc.name());
    }
    return canonical.toString();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
