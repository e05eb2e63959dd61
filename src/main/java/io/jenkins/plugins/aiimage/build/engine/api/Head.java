package io.jenkins.plugins.aiimage.build.engine.api;

import java.net.ProtocolException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The status line and the headers of an answer. */
record Head(int status, List<String> headers) {
  private static final int NO_CONTENT = 204;

  Head {
    headers = List.copyOf(headers);
  }

  /**
   * Reads all up to the blank line.
   *
   * @throws ProtocolException if this is no answer of HTTP/1
   */
  static Head parse(String text) throws ProtocolException {
    List<String> lines = text.lines().toList();
    String[] words = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || words[1].length() != 3) {
      throw new ProtocolException("the answer is not HTTP");
    }
    try {
      return new Head(Integer.parseInt(words[1]), lines.subList(1, lines.size()));
    } catch (NumberFormatException e) {
      throw new ProtocolException("the answer is not HTTP");
    }
  }

  /** Whether the true answer is still to come. */
  boolean isInterim() {
    return status < 200;
  }

  /** As the headers announce it. */
  Body body() throws ProtocolException {
    if (status == NO_CONTENT) {
      return new Body.Counted(0);
    }
    Optional<String> encoding = header("transfer-encoding");
    if (encoding.isPresent()) {
      if (!encoding.get().equalsIgnoreCase("chunked")) {
        throw new ProtocolException("the answer is encoded as " + encoding.get());
      }
      return new Body.Chunked();
    }
    Optional<String> length = header("content-length");
    try {
      return length.isPresent()
          ? new Body.Counted(Long.parseUnsignedLong(length.get()))
          : new Body.Endless();
    } catch (NumberFormatException e) {
      throw new ProtocolException("the answer's length is no number");
    }
  }

  private Optional<String> header(String name) {
    for (String line : headers) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(line.substring(colon + 1).strip());
      }
    }
    return Optional.empty();
  }
}
