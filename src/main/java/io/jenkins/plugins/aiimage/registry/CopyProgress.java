package io.jenkins.plugins.aiimage.registry;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** How far a copy has come; several threads tell. */
final class CopyProgress {
  private final CopyListener listener;
  private final Set<Digest> layers = new HashSet<>();
  private long total;
  private long bytes;
  private int sent;
  private int there;
  private int mounted;

  CopyProgress(CopyListener listener) {
    this.listener = listener;
  }

  /** Configurations are no layers: they travel, and are not counted. */
  synchronized void expect(ManifestContent content) {
    content.layers().forEach(layer -> layers.add(layer.digest()));
  }

  synchronized void expect(Collection<Descriptor> blobs) {
    total = blobs.stream().mapToLong(Descriptor::size).sum();
  }

  synchronized void sent(Descriptor blob) {
    sent += count(blob);
    tell();
  }

  synchronized void there(Descriptor blob) {
    there += count(blob);
    tell();
  }

  synchronized void mounted(Descriptor blob) {
    mounted += count(blob);
    tell();
  }

  private int count(Descriptor blob) {
    return layers.contains(blob.digest()) ? 1 : 0;
  }

  synchronized ImageCopy.Copied copied() {
    return new ImageCopy.Copied(bytes, sent, there, mounted);
  }

  private synchronized void add(long length) {
    bytes += length;
    tell();
  }

  private void tell() {
    listener.progress(bytes, total, sent + there + mounted, layers.size());
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
