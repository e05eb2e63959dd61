package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a shell script into simple commands, well enough to see which programs it calls: quotes
 * and escapes are removed, nothing is expanded.
 */
final class ShellCommands {
  private final List<List<String>> commands = new ArrayList<>();
  private final String script;
  private List<String> words = new ArrayList<>();
  private StringBuilder word = new StringBuilder();
  private boolean inWord;

  private ShellCommands(String script) {
    this.script = script;
  }

  /** The words of each command, in order; no command is empty. */
  static List<List<String>> of(String script) {
    ShellCommands splitter = new ShellCommands(script);
    splitter.split();
    return splitter.commands;
  }

  private void split() {
    char quote = 0;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < script.length()) {
        i++;
        if (script.charAt(i) != '\n') {
          add(script.charAt(i));
        }
      } else if (c == quote) {
        quote = 0;
      } else if (quote != 0) {
        add(c);
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (c == '#' && !inWord) {
        int end = script.indexOf('\n', i);
        i = end < 0 ? script.length() : end - 1;
      } else if ("&|;()\n".indexOf(c) >= 0) {
        endCommand();
      } else if (LogicalText.isBlank(c)) {
        endWord();
      } else {
        add(c);
      }
    }
    endCommand();
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word = new StringBuilder();
      inWord = false;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
