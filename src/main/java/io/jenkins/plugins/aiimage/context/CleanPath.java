package io.jenkins.plugins.aiimage.context;

import java.util.ArrayDeque;
import java.util.Deque;

/** The shortest equal of a slash-separated path, by text alone, as Go's {@code filepath.Clean}. */
final class CleanPath {
  private CleanPath() {}

  static String of(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String element = path.substring(start, end);
      start = end + 1;
      if (!element.equals("..")) {
        if (!element.isEmpty() && !element.equals(".")) {
          kept.addLast(element);
        }
      } else if (!kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!rooted) {
        kept.addLast(element);
      }
    }
    String cleaned = (rooted ? "/" : "") + String.join("/", kept);
    return cleaned.isEmpty() ? "." : cleaned;
  }
}
