package io.jenkins.plugins.aiimage.build.engine.api;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Takes the chunks of RFC 9112, section 7.1, apart; they may come in any pieces. */
final class Chunks {
  private static final int MOST_DIGITS = 15;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_RETURN,
    DATA_END,
    TRAILER,
    TRAILER_LINE,
    LAST_END,
    ENDED
  }

  private State state = State.SIZE;
  private long size;
  private int digits;

  void read(ByteBuffer bytes, Lines lines) throws ProtocolException {
    while (bytes.hasRemaining() && state != State.ENDED) {
      if (state == State.DATA) {
        data(bytes, lines);
      } else {
        state = after(bytes.get());
      }
    }
  }

  boolean ended() {
    return state == State.ENDED;
  }

  private void data(ByteBuffer bytes, Lines lines) throws ProtocolException {
    int part = (int) Math.min(size, bytes.remaining());
    lines.add(bytes.slice(bytes.position(), part));
    bytes.position(bytes.position() + part);
    size -= part;
    if (size == 0) {
      state = State.DATA_RETURN;
    }
  }

  private State after(byte next) throws ProtocolException {
    return switch (state) {
      case SIZE -> size(next);
      case EXTENSION -> next == '\r' ? State.SIZE_END : State.EXTENSION;
      case SIZE_END -> {
        must(next, '\n');
        digits = 0;
        yield size == 0 ? State.TRAILER : State.DATA;
      }
      case DATA_RETURN -> {
        must(next, '\r');
        yield State.DATA_END;
      }
      case DATA_END -> {
        must(next, '\n');
        yield State.SIZE;
      }
      case TRAILER -> next == '\r' ? State.LAST_END : State.TRAILER_LINE;
      case TRAILER_LINE -> next == '\n' ? State.TRAILER : State.TRAILER_LINE;
      case LAST_END -> {
        must(next, '\n');
        yield State.ENDED;
      }
      case DATA, ENDED -> state;
    };
  }

  private State size(byte next) throws ProtocolException {
    int digit = Character.digit(next, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      size = size * 16 + digit;
      digits++;
      return State.SIZE;
    }
    if (digits == 0 || digit >= 0) {
      throw new ProtocolException("a chunk has no size");
    }
    return switch (next) {
      case '\r' -> State.SIZE_END;
      case ';', ' ', '\t' -> State.EXTENSION;
      default -> throw new ProtocolException("a chunk has no size");
    };
  }

  private static void must(byte next, char expected) throws ProtocolException {
    if (next != expected) {
      throw new ProtocolException("a chunk does not end where it should");
    }
  }
}
