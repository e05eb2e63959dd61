package io.jenkins.plugins.aiimage.jenkins.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What of a secret's content a log could show. */
final class SecretText {
  /** A log shows a key or a settings file line by line; its short lines are brackets and words. */
  private static final int SHORTEST_LINE = 8;

  private SecretText() {}

  /** The texts to mask; none for a binary file. */
  static Stream<String> masked(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return Stream.empty();
    }
    String whole = text.strip();
    boolean oneLine = whole.indexOf('\n') < 0;
    int shortest = oneLine ? RegistryLogin.SHORTEST_MASKED : SHORTEST_LINE;
    return whole.lines().map(String::strip).filter(line -> line.length() >= shortest);
  }
}
