package io.jenkins.plugins.aiimage.lint.shell;

import java.util.List;

/** What a chain joins. */
public sealed interface Element {
  /** Offset of its first character. */
  int start();

  /** Offset after its last character. */
  int end();

  /** A program and its words. */
  record Command(List<Word> words, List<Redirection> redirections, int start, int end)
      implements Element {
    public Command {
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }

    /** Its words without quotes. */
    public List<String> values() {
      return words.stream().map(Word::value).toList();
    }
  }

  /** Commands in parentheses or braces. */
  record Group(List<Chain> chains, int start, int end) implements Element {
    public Group {
      chains = List.copyOf(chains);
    }
  }
}
