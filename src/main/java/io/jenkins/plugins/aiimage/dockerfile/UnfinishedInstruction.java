package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/** An instruction read from its logical line, before the lines after it are known. */
final class UnfinishedInstruction {
  private final Keyword keyword;
  private final List<Flag> flags;
  private final LogicalText arguments;
  private final Optional<List<String>> execForm;
  private final Optional<UnfinishedInstruction> trigger;

  private UnfinishedInstruction(
      Keyword keyword,
      List<Flag> flags,
      LogicalText arguments,
      Optional<List<String>> execForm,
      Optional<UnfinishedInstruction> trigger) {
    this.keyword = keyword;
    this.flags = flags;
    this.arguments = arguments;
    this.execForm = execForm;
    this.trigger = trigger;
  }

  static UnfinishedInstruction read(LogicalText logical, int line) {
    int end = logical.endOfWord();
    String word = logical.part(0, end).toString();
    Keyword keyword =
        Keyword.of(word)
            .orElseThrow(
                () ->
                    new DockerfileException(
                        line,
                        "unknown instruction "
                            + word
                            + "; correct it, or end the line before it"
                            + " with the escape character if it continues that line"));
    FlagReader reader = FlagReader.read(logical.from(end));
    LogicalText arguments = reader.rest();
    ArgumentRules.check(keyword, arguments, line);
    Optional<UnfinishedInstruction> trigger = Optional.empty();
    if (keyword == Keyword.ONBUILD) {
      trigger = Optional.of(read(arguments, line));
      ArgumentRules.checkTrigger(trigger.get().keyword, line);
    }
    return new UnfinishedInstruction(
        keyword, reader.flags(), arguments, execForm(keyword, arguments), trigger);
  }

  private static Optional<List<String>> execForm(Keyword keyword, LogicalText arguments) {
    if (!keyword.takesExecForm()) {
      return Optional.empty();
    }
    // HEALTHCHECK CMD ["…"] has a word before the array.
    int start = keyword == Keyword.HEALTHCHECK ? arguments.endOfWord() : 0;
    return ExecForm.of(arguments.from(start).toString());
  }

  boolean takesHeredocs() {
    return trigger.isPresent()
        ? trigger.get().takesHeredocs()
        : keyword.takesHeredocs() && execForm.isEmpty();
  }

  Instruction finish(List<Heredoc> heredocs, Span span) {
    return new Instruction(
        keyword,
        flags,
        arguments,
        execForm,
        trigger.map(inner -> inner.finish(heredocs, span)),
        heredocs,
        span);
  }
}
