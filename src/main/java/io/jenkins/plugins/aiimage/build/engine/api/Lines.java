package io.jenkins.plugins.aiimage.build.engine.api;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of bytes that come in pieces. Blank lines are left out. */
final class Lines {
  private static final int LONGEST = 1 << 20;

  private final Consumer<String> listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  Lines(Consumer<String> listener) {
    this.listener = listener;
  }

  void add(ByteBuffer bytes) throws ProtocolException {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        end();
      } else if (line.size() == LONGEST) {
        throw new ProtocolException("a line is longer than " + LONGEST + " bytes");
      } else {
        line.write(next);
      }
    }
  }

  /** What was added since the last line break is a line too. */
  void end() {
    String text = line.toString(StandardCharsets.UTF_8).strip();
    line.reset();
    if (!text.isEmpty()) {
      listener.accept(text);
    }
  }
}
