package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Takes the leading {@code --name=value} words off an instruction's arguments. */
final class FlagReader {
  private final LogicalText line;
  private final List<Flag> flags = new ArrayList<>();
  private int position;

  private FlagReader(LogicalText line) {
    this.line = line;
  }

  /** Reads the flags of {@code line}. */
  static FlagReader read(LogicalText line) {
    FlagReader reader = new FlagReader(line);
    while (reader.skipToFlag() && reader.takeFlag()) {}
    return reader;
  }

  List<Flag> flags() {
    return flags;
  }

  LogicalText rest() {
    return line.from(position).trim();
  }

  private boolean skipToFlag() {
    while (position < line.length() && LogicalText.isBlank(line.charAt(position))) {
      position++;
    }
    return line.toString().startsWith("--", position);
  }

  /** False after a lone {@code --}, which ends the flags. */
  private boolean takeFlag() {
    LogicalText.Builder word = new LogicalText.Builder();
    char quote = 0;
    for (; position < line.length(); position++) {
      char c = line.charAt(position);
      if (quote == 0 && LogicalText.isBlank(c)) {
        break;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c != '\\') { // always the backslash here, whatever the escape directive says
        word.append(line, position);
      } else if (position + 1 < line.length()) {
        word.append(line, ++position);
      }
    }
    LogicalText flag = word.build();
    if (flag.toString().equals("--")) {
      return false;
    }
    flags.add(Flag.of(flag));
    return true;
  }
}
