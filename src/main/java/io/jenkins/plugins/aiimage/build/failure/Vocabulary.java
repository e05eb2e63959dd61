package io.jenkins.plugins.aiimage.build.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a line may say, and what it means. The first row that matches decides. */
final class Vocabulary {
  private record Row(Meaning meaning, BitSet texts) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Automaton automaton;

  /** For each text the rows that need it, in their order. */
  private final List<BitSet> rowsByText = new ArrayList<>();

  private Vocabulary(List<Evidence> table) {
    List<String> texts = new ArrayList<>();
    for (Evidence evidence : table) {
      add(evidence, evidence.template(), texts);
    }
    for (Mark mark : Mark.values()) {
      for (String form : mark.forms()) {
        add(mark, Template.of(form), texts);
      }
    }
    automaton = new Automaton(texts);
  }

  private void add(Meaning meaning, Template template, List<String> texts) {
    BitSet needed = new BitSet();
    for (String text : template.texts()) {
      Integer number = numbers.get(text);
      if (number == null) {
        number = texts.size();
        numbers.put(text, number);
        texts.add(text);
        rowsByText.add(new BitSet());
      }
      needed.set(number);
      rowsByText.get(number).set(rows.size());
    }
    rows.add(new Row(meaning, needed));
  }

  /** That of {@link SignTable}. */
  static Vocabulary standard() {
    return Standard.VOCABULARY;
  }

  /** The texts in a line, for {@link #meaningOf}; empty for nearly every line. */
  BitSet textsIn(String line) {
    return automaton.textsIn(line);
  }

  Optional<Meaning> meaningOf(BitSet texts) {
    BitSet candidates = new BitSet();
    texts.stream().forEach(text -> candidates.or(rowsByText.get(text)));
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      BitSet missing = (BitSet) rows.get(row).texts().clone();
      missing.andNot(texts);
      if (missing.isEmpty()) {
        return Optional.of(rows.get(row).meaning());
      }
    }
    return Optional.empty();
  }

  private static final class Standard {
    static final Vocabulary VOCABULARY = new Vocabulary(SignTable.evidence());
  }
}
