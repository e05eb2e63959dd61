package io.jenkins.plugins.aiimage.build.engine.api;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** The body of an answer, which knows its end. */
sealed interface Body {
  /** Takes what belongs to the body out of the bytes that came. */
  void read(ByteBuffer bytes, Lines lines) throws ProtocolException;

  boolean isComplete();

  /** Whether it may end where the connection does. */
  boolean mayEnd();

  /** As long as {@code Content-Length} says. */
  final class Counted implements Body {
    private long left;

    Counted(long length) {
      left = length;
    }

    @Override
    public void read(ByteBuffer bytes, Lines lines) throws ProtocolException {
      int size = (int) Math.min(left, bytes.remaining());
      lines.add(bytes.slice(bytes.position(), size));
      bytes.position(bytes.position() + size);
      left -= size;
    }

    @Override
    public boolean isComplete() {
      return left == 0;
    }

    @Override
    public boolean mayEnd() {
      return isComplete();
    }
  }

  /** All that comes until the connection ends. */
  final class Endless implements Body {
    @Override
    public void read(ByteBuffer bytes, Lines lines) throws ProtocolException {
      lines.add(bytes);
    }

    @Override
    public boolean isComplete() {
      return false;
    }

    @Override
    public boolean mayEnd() {
      return true;
    }
  }

  /** In chunks, each with its size (RFC 9112, section 7.1). */
  final class Chunked implements Body {
    private final Chunks chunks = new Chunks();

    @Override
    public void read(ByteBuffer bytes, Lines lines) throws ProtocolException {
      chunks.read(bytes, lines);
    }

    @Override
    public boolean isComplete() {
      return chunks.ended();
    }

    @Override
    public boolean mayEnd() {
      return isComplete();
    }
  }
}
