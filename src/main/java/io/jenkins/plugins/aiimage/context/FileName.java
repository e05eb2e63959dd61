package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.StringJoiner;

/**
 * The last element of a path, as text for matching and in the file system's own bytes.
 *
 * <p>Under LANG=C, usual on build machines, Java decodes every byte above 127 to one replacement
 * character: the bytes are then taken from the path's URI, the one place that still shows them.
 */
record FileName(Path path, String text) implements Comparable<FileName> {
  private static final Comparator<FileName> CANONICAL =
      Comparator.comparing(FileName::text).thenComparing(FileName::path);

  static FileName of(Path path) {
    String text = path.getFileName().toString();
    return new FileName(path, isAscii(text) ? text : new String(fromUri(path), UTF_8));
  }

  /** The text of a link, in the form of {@link #bytes}. */
  static String bytesOfLink(Path target) {
    if (isAscii(target.toString())) {
      return target.toString();
    }
    StringJoiner joined = new StringJoiner("/", target.isAbsolute() ? "/" : "", "");
    for (Path element : target) {
      joined.add(of(element).bytes());
    }
    return joined.toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** The bytes, one in each character, which keeps them short and easy to join and compare. */
  String bytes() {
    return isAscii(text) ? text : new String(fromUri(path), ISO_8859_1);
  }

  private static byte[] fromUri(Path path) {
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = uri.lastIndexOf('/', end - 1) + 1; i < end; i++) {
      boolean escape = uri.charAt(i) == '%';
      bytes.write(escape ? Integer.parseInt(uri, i + 1, i + 3, 16) : uri.charAt(i));
      i += escape ? 2 : 0;
    }
    return bytes.toByteArray();
  }

  @Override
  public int compareTo(FileName other) {
    return CANONICAL.compare(this, other);
  }
}
