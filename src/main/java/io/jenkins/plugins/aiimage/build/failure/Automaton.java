package io.jenkins.plugins.aiimage.build.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds many texts in a line in one pass over it, whatever their number (Aho and Corasick, 1975).
 * The case of ASCII letters does not matter.
 */
final class Automaton {
  /** Stand for the ends of a line in a text that is looked for. */
  static final String START = "\u0002";

  static final String END = "\u0003";

  private static final BitSet NOTHING = new BitSet(0);
  private static final int ASCII = 128;

  /** Characters that are in no text are all alike: class 0. */
  private final byte[] classOf = new byte[ASCII];

  private final int classes;

  /** The next state by state and class of the character. */
  private final char[] next;

  /** Numbers of the texts that end in a state; null for none. */
  private final int[][] ending;

  /**
   * Builds it.
   *
   * @param texts in lower case, of ASCII alone, none empty
   */
  Automaton(List<String> texts) {
    classes = classify(texts);
    int most = 1;
    for (String text : texts) {
      most += text.length();
    }
    if (most > Character.MAX_VALUE) {
      throw new IllegalArgumentException("These texts need " + most + " states: too many.");
    }
    char[] table = new char[most * classes];
    int[][] found = new int[most][];
    int states = 1;
    for (int number = 0; number < texts.size(); number++) {
      int state = 0;
      for (int i = 0; i < texts.get(number).length(); i++) {
        int edge = state * classes + classOf[texts.get(number).charAt(i)];
        if (table[edge] == 0) {
          table[edge] = (char) states++;
        }
        state = table[edge];
      }
      found[state] = joined(found[state], new int[] {number});
    }
    link(table, found, states);
    next = Arrays.copyOf(table, states * classes);
    ending = Arrays.copyOf(found, states);
  }

  private int classify(List<String> texts) {
    int count = 1;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) >= ASCII) {
          throw new IllegalArgumentException("Not ASCII: " + text);
        }
        if (classOf[text.charAt(i)] == 0) {
          classOf[text.charAt(i)] = (byte) count++;
        }
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      classOf[c] = classOf[Ascii.lower(c)];
    }
    return count;
  }

  /** From breadth to depth: where a text does not go on, go on as its longest suffix would. */
  private void link(char[] table, int[][] found, int states) {
    int[] suffix = new int[states];
    Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
    while (!waiting.isEmpty()) {
      int state = waiting.removeFirst();
      for (int c = 0; c < classes; c++) {
        int target = table[state * classes + c];
        int shorter = state == 0 ? 0 : table[suffix[state] * classes + c];
        if (target == 0) {
          table[state * classes + c] = (char) shorter;
        } else {
          suffix[target] = shorter;
          found[target] = joined(found[target], found[shorter]);
          waiting.addLast(target);
        }
      }
    }
  }

  private static int[] joined(int[] one, int[] other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    List<Integer> all = new ArrayList<>();
    for (int[] part : List.of(one, other)) {
      for (int number : part) {
        all.add(number);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The numbers of the texts in a line. Not to be changed. */
  BitSet textsIn(String line) {
    BitSet found = NOTHING;
    int state = next[classOf[START.charAt(0)]];
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      state = next[state * classes + (c < ASCII ? classOf[c] : 0)];
      if (ending[state] != null) {
        found = with(found, ending[state]);
      }
    }
    state = next[state * classes + classOf[END.charAt(0)]];
    return ending[state] == null ? found : with(found, ending[state]);
  }

  private static BitSet with(BitSet found, int[] numbers) {
    BitSet more = found.isEmpty() ? new BitSet() : found;
    for (int number : numbers) {
      more.set(number);
    }
    return more;
  }
}
