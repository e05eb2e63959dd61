package io.jenkins.plugins.aiimage.build.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiagnosisPropertyTest {
  private static final List<String> NOISE =
      List.of(
          "Reading package lists...",
          "Requirement already satisfied: numpy",
          " ---> Running in 0123456789ab",
          "DONE 0.3s",
          "Preparing metadata (pyproject.toml): finished with status 'done'",
          "[1/2] FROM docker.io/library/debian:12",
          "   3 | >>> RUN echo no space left on device");

  private static Diagnosis hearing(List<String> lines) {
    Diagnosis diagnosis = Diagnosis.NONE;
    for (String line : lines) {
      diagnosis = diagnosis.heard(line);
    }
    return diagnosis;
  }

  /**
   * Lines of the table, of a build's ordinary output, cut, glued and with characters of all kinds.
   */
  @Provide
  Arbitrary<String> lines() {
    List<String> texts = new ArrayList<>(NOISE);
    SignTable.all().forEach(sign -> texts.addAll(sign.examples()));
    texts.addAll(
        List.of("Collecting ", "  Downloading ", "Get:1 a", "://", "@", "building at STEP \""));
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(texts),
            Arbitraries.of(texts)
                .flatMap(it -> Arbitraries.integers().between(0, it.length()).map(it::substring)),
            Arbitraries.strings().ofMaxLength(20));
    return piece.list().ofMaxSize(3).map(pieces -> String.join("", pieces));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldNeverThrowAndNeverSayTooMuch(
      @ForAll("lines") String first, @ForAll("lines") String second, @ForAll int exitCode) {
    Diagnosis diagnosis = hearing(List.of(first, second, first));
    Optional<Finding> finding = diagnosis.conclude(exitCode);
    assertTrue(finding.map(found -> found.line().length() <= 500).orElse(true));
    assertTrue(diagnosis.subjectNow().map(subject -> !subject.isEmpty()).orElse(true));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldNotChangeByHearingTheSameLineAgain(@ForAll("lines") String line) {
    Diagnosis once = Diagnosis.NONE.heard(line);
    assertEquals(once, once.heard(line));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldNotMindNoiseInAnyOrder(@ForAll("lines") String line, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(NOISE);
    Collections.shuffle(shuffled, random);
    Diagnosis alone = Diagnosis.NONE.heard(line);
    for (String noise : shuffled) {
      assertSame(alone, alone.heard(noise));
    }
    shuffled.add(random.nextInt(shuffled.size()), line);
    assertEquals(alone, hearing(shuffled));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldNeverTakeTheDockerfileForEvidence(@ForAll("lines") String command) {
    for (String echo :
        List.of(
            "Step 2/3 : RUN " + command,
            "STEP 2/3: RUN " + command,
            "[2/3] RUN " + command,
            "[builder 2/3] RUN " + command,
            "+ " + command,
            "   3 | >>> RUN " + command,
            "The command '/bin/sh -c " + command + "' returned a non-zero code: 1",
            "ERROR: executor failed running [/bin/sh -c " + command + "]: exit code: 1",
            "ERROR: failed to solve: process \"/bin/sh -c "
                + command
                + "\" did not complete successfully: exit code: 1",
            "Error: building at STEP \"RUN "
                + command
                + "\": while running runtime: exit status 1")) {
      assertEquals(Optional.empty(), Diagnosis.NONE.heard(echo).conclude(1), echo);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldFindInOnePassWhatASearchForEachTextFinds(
      @ForAll("lines") String line, @ForAll("lines") String other) {
    List<String> texts =
        List.of(
            "torch",
            "or",
            "orc",
            "error: ",
            "no such host",
            "e: ",
            other.isEmpty() || !ascii(other) ? "x" : lower(other));
    BitSet expected = new BitSet();
    for (int i = 0; i < texts.size(); i++) {
      expected.set(i, lower(line).contains(texts.get(i)));
    }
    assertEquals(expected, new Automaton(texts).textsIn(line));
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String lower(String text) {
    return text.chars().allMatch(c -> c < 128) ? text.toLowerCase(Locale.ROOT) : Ascii.lower(text);
  }
}
