package io.jenkins.plugins.aiimage.registry;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** How far a copy has come; several threads tell. */
final class CopyProgress {
  private final CopyListener listener;
  private long total;
  private int blobs;
  private long bytes;
  private int sent;
  private int there;
  private int mounted;

  CopyProgress(CopyListener listener) {
    this.listener = listener;
  }

  synchronized void expect(Collection<Descriptor> expected) {
    blobs = expected.size();
    total = expected.stream().mapToLong(Descriptor::size).sum();
  }

  synchronized void sent() {
    sent++;
    tell();
  }

  synchronized void there() {
    there++;
    tell();
  }

  synchronized void mounted() {
    mounted++;
    tell();
  }

  synchronized ImageCopy.Copied copied() {
    return new ImageCopy.Copied(bytes, sent, there, mounted);
  }

  private synchronized void add(long length) {
    bytes += length;
    tell();
  }

  private void tell() {
    listener.progress(bytes, total, sent + there + mounted, blobs);
  }

  /** Counts what is written, and ends it when it is over. */
  OutputStream count(OutputStream to, BooleanSupplier over) {
    return new FilterOutputStream(to) {
      @Override
      public void write(byte[] chunk, int offset, int length) throws IOException {
        if (over.getAsBoolean()) {
          throw new InterruptedIOException("The copy was given up.");
        }
        out.write(chunk, offset, length);
        add(length);
      }
    };
  }
}
