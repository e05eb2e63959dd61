package io.jenkins.plugins.aiimage.build.engine.api;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer that comes in pieces; each line of its body is told as soon as it is there. */
final class Answer {
  private static final int LONGEST_HEAD = 1 << 16;
  private static final int BLANK_LINE = 0x0d0a0d0a;

  private final Lines lines;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private int lastFour;
  private Optional<Head> head = Optional.empty();
  private Body body = new Body.Endless();

  Answer(Consumer<String> listener) {
    lines = new Lines(listener);
  }

  /** Takes the next bytes. What comes after the answer's end is left. */
  void read(ByteBuffer bytes) throws ProtocolException {
    while (head.isEmpty() && bytes.hasRemaining()) {
      readHead(bytes.get());
    }
    if (head.isPresent() && !body.isComplete()) {
      body.read(bytes, lines);
      if (body.isComplete()) {
        lines.end();
      }
    }
  }

  private void readHead(byte next) throws ProtocolException {
    if (text.size() == LONGEST_HEAD) {
      throw new ProtocolException("the answer's head has no end");
    }
    text.write(next);
    lastFour = (lastFour << 8) | (next & 0xff);
    if (lastFour == BLANK_LINE) {
      Head read = Head.parse(text.toString(StandardCharsets.ISO_8859_1));
      text.reset();
      if (!read.isInterim()) {
        body = read.body();
        head = Optional.of(read);
      }
    }
  }

  /**
   * There will be no more bytes.
   *
   * @throws ProtocolException if the answer is not all there
   */
  void end() throws ProtocolException {
    if (head.isEmpty() || !body.mayEnd()) {
      throw new ProtocolException("it ended its answer half-way");
    }
    lines.end();
  }

  boolean isComplete() {
    return head.isPresent() && body.isComplete();
  }

  /** Known once all of the head is there. */
  int status() {
    return head.map(Head::status).orElse(0);
  }
}
