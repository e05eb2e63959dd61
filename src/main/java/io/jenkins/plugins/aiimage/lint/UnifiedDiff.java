package io.jenkins.plugins.aiimage.lint;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in the form that {@code diff -u} writes and {@code patch} reads. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  // Beyond this, what lies between the first and the last difference is shown as one change.
  private static final int MOST_COMPARED = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  // Each with its sign: blank, minus or plus.
  private final List<String> lines = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  /** Empty for equal texts; each line of it ends with a line feed. */
  static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(before, after);
    diff.compare();
    return "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
  }

  /** With their ends. */
  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }

  private void compare() {
    int start = 0;
    int common = Math.min(before.size(), after.size());
    while (start < common && before.get(start).equals(after.get(start))) {
      add(' ', before.get(start++));
    }
    int end = 0;
    while (end < common - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    middle(start, before.size() - end, after.size() - end);
    for (String line : before.subList(before.size() - end, before.size())) {
      add(' ', line);
    }
  }

  /** By the longest common subsequence of what is left. */
  private void middle(int start, int endBefore, int endAfter) {
    int rows = endBefore - start;
    int columns = endAfter - start;
    boolean tooLarge = (long) rows * columns > MOST_COMPARED;
    int[][] longest = new int[tooLarge ? 1 : rows + 1][tooLarge ? 1 : columns + 1];
    for (int i = tooLarge ? -1 : rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(start + i).equals(after.get(start + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      boolean both = i < rows && j < columns && !tooLarge;
      if (both && before.get(start + i).equals(after.get(start + j))) {
        add(' ', before.get(start + i++));
        j++;
      } else if (j == columns || (i < rows && (!both || longest[i + 1][j] >= longest[i][j + 1]))) {
        add('-', before.get(start + i++));
      } else {
        add('+', after.get(start + j++));
      }
    }
  }

  private void add(char sign, String line) {
    lines.add(sign + line);
  }

  private String hunks() {
    StringBuilder text = new StringBuilder();
    int line = 0;
    int inBefore = 1;
    int inAfter = 1;
    while (line < lines.size()) {
      int end = hunkEnd(line);
      if (end == line) {
        inBefore++;
        inAfter++;
        line++;
        continue;
      }
      List<String> hunk = lines.subList(line, end);
      int old = (int) hunk.stream().filter(each -> each.charAt(0) != '+').count();
      int now = (int) hunk.stream().filter(each -> each.charAt(0) != '-').count();
      text.append("@@ -").append(old == 0 ? inBefore - 1 : inBefore).append(',').append(old);
      text.append(" +").append(now == 0 ? inAfter - 1 : inAfter).append(',').append(now);
      text.append(" @@\n");
      for (String each : hunk) {
        text.append(each).append(each.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
      }
      inBefore += old;
      inAfter += now;
      line = end;
    }
    return text.toString();
  }

  /** Where a hunk ends that begins at this line; the line itself where none begins. */
  private int hunkEnd(int begin) {
    int last = nextChange(begin);
    if (last > begin + CONTEXT || last == lines.size()) {
      return begin;
    }
    for (int next = nextChange(last + 1);
        next < lines.size() && next - last <= 2 * CONTEXT + 1;
        next = nextChange(last + 1)) {
      last = next;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private int nextChange(int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).charAt(0) == ' ') {
      line++;
    }
    return line;
  }
}
