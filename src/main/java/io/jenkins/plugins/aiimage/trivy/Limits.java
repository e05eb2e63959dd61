package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.report.Sizes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What unpacking may come to. The real database unpacks to some fifteen times its size; a gzip
 * stream can make a thousand of one.
 *
 * @param compressed bytes of the layer
 * @param mostBytes unpacked, in all
 */
record Limits(long compressed, long mostBytes) {
  static final int MOST_ENTRIES = 20_000;
  static final long LARGEST_METADATA = 64 * 1024;

  private static final long FREE = 64L << 20;
  private static final long RATIO = 200;

  long most() {
    long byRatio = Math.max(FREE, Math.min(compressed, Long.MAX_VALUE / RATIO) * RATIO);
    return Math.min(mostBytes, byRatio);
  }

  /** The same stream, which fails when it has given more than is allowed. */
  InputStream guard(InputStream in) {
    long most = most();
    return new FilterInputStream(in) {
      private long given;

      @Override
      public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] to, int at, int length) throws IOException {
        int read = super.read(to, at, length);
        count(Math.max(0, read));
        return read;
      }

      private void count(int more) throws ArtifactException {
        given += more;
        if (given > most) {
          throw new ArtifactException(
              "It unpacks to more than "
                  + Sizes.words(most)
                  + " from "
                  + Sizes.words(compressed)
                  + ".");
        }
      }
    };
  }
}
