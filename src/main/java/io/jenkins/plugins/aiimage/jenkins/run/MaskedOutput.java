package io.jenkins.plugins.aiimage.jenkins.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A log without secrets. Text is passed on at each flush; only an end that could be the beginning
 * of a secret is kept back.
 */
final class MaskedOutput extends OutputStream {
  private final OutputStream log;
  private final Masks masks;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private boolean lineOpen;

  MaskedOutput(OutputStream log, Masks masks) {
    this.log = log;
    this.masks = masks;
  }

  @Override
  public void write(int b) {
    buffer.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    buffer.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    byte[] bytes = buffer.toByteArray();
    int whole = wholeCharacters(bytes);
    String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
    Masks.Masked masked = masks.inBeginning(text);
    pass(masked.ready());
    buffer.reset();
    buffer.write(masked.rest().getBytes(StandardCharsets.UTF_8));
    buffer.write(bytes, whole, bytes.length - whole);
  }

  /** Passes on all there is, and ends the line. The log itself stays open. */
  @Override
  public void close() throws IOException {
    pass(masks.in(buffer.toString(StandardCharsets.UTF_8)));
    buffer.reset();
    if (lineOpen) {
      pass("\n");
    }
  }

  private void pass(String text) throws IOException {
    if (!text.isEmpty()) {
      log.write(text.getBytes(StandardCharsets.UTF_8));
      log.flush();
      lineOpen = !text.endsWith("\n");
    }
  }

  /** Where a character of several bytes begins at the end and is not complete, it waits. */
  private static int wholeCharacters(byte[] bytes) {
    int start = bytes.length;
    while (start > 0 && bytes.length - start < 3 && (bytes[start - 1] & 0xC0) == 0x80) {
      start--;
    }
    if (start == 0 || (bytes[start - 1] & 0x80) == 0) {
      return bytes.length;
    }
    int lead = bytes[start - 1] & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return bytes.length - (start - 1) < needed ? start - 1 : bytes.length;
  }
}
