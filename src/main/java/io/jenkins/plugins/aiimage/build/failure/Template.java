package io.jenkins.plugins.aiimage.build.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a line, as {@code signs.txt} describes it.
 *
 * @param texts that a line contains, in lower case, with {@link Automaton#START} and {@link
 *     Automaton#END} for its ends
 * @param subject where in the line it stands, if it does
 */
record Template(List<String> texts, Optional<Place> subject) {
  private static final String SUBJECT = "<subject>";
  private static final String ANYTHING = "…";

  /** Shorter texts are in every line: they only end a subject. */
  private static final int SHORTEST_TEXT = 3;

  /**
   * Between two texts, either of which may be empty.
   *
   * @param before if empty, the subject is the word right before {@code after}
   */
  record Place(String before, String after) {}

  Template {
    texts = List.copyOf(texts);
  }

  static Template of(String form) {
    String line = Ascii.lower(form);
    if (line.startsWith("^")) {
      line = Automaton.START + line.substring(1);
    }
    if (line.endsWith("$")) {
      line = line.substring(0, line.length() - 1) + Automaton.END;
    }
    List<String> texts = new ArrayList<>();
    Optional<Place> place = Optional.empty();
    for (String part : line.split(ANYTHING, -1)) {
      String stretch = part.strip();
      int at = stretch.indexOf(SUBJECT);
      if (at < 0) {
        add(texts, stretch);
      } else {
        String before = stretch.substring(0, at);
        String after = stretch.substring(at + SUBJECT.length());
        add(texts, before);
        add(texts, after);
        place = Optional.of(new Place(withoutEnds(before), withoutEnds(after)));
      }
    }
    return new Template(texts, place);
  }

  private static void add(List<String> texts, String text) {
    if (text.length() >= SHORTEST_TEXT) {
      texts.add(text);
    }
  }

  private static String withoutEnds(String text) {
    return text.replace(Automaton.START, "").replace(Automaton.END, "");
  }

  /** What the line is about; empty if its place is not found or holds no word. */
  Optional<String> subjectIn(String line) {
    return subject.flatMap(place -> word(line, Ascii.lower(line), place));
  }

  private static Optional<String> word(String line, String lower, Place place) {
    int from = lower.indexOf(place.before());
    if (from < 0) {
      return Optional.empty();
    }
    from += place.before().length();
    int end = place.after().isEmpty() ? line.length() : lower.indexOf(place.after(), from);
    if (end < 0) {
      return Optional.empty();
    }
    if (place.before().isEmpty()) {
      from = lower.lastIndexOf(' ', end - 1) + 1;
    }
    int blank = line.indexOf(' ', from);
    return Words.bare(line.substring(from, blank < 0 ? end : Math.min(blank, end)));
  }
}
