package io.jenkins.plugins.aiimage.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final List<PhaseInputs> PHASES =
      List.of(
          new PhaseInputs(
              "torch",
              List.of(new Input("COPY requirements.txt .", "c1"), new Input("RUN pip", "r1"))));

  private static final Inputs BEFORE =
      new Inputs(
          PHASES,
          List.of(new Input("CUDA", "a1")),
          List.of(new Input("python:3.12", "i1")),
          List.of(new Input("requirements.txt", "f1"), new Input("src/app.py", "f2")));

  private static List<String> words(Inputs before, Inputs after) {
    return Changes.between(before, after).stream().map(Change::words).toList();
  }

  @Test
  void shouldNameWhatIsDifferent() {
    Inputs after =
        new Inputs(
            PHASES,
            List.of(new Input("CUDA", "a2"), new Input("TORCH", "a3")),
            List.of(new Input("python:3.12", "i2")),
            List.of(new Input("requirements.txt", "f9")));

    assertEquals(
        List.of(
            "base image python:3.12 changed",
            "build argument CUDA changed",
            "build argument TORCH is new",
            "file requirements.txt changed",
            "file src/app.py is gone"),
        words(BEFORE, after));
    assertEquals(List.of(), words(BEFORE, BEFORE));
  }

  @Test
  void shouldTellAnEditedInstructionFromANewOne() {
    Inputs after =
        new Inputs(
            List.of(
                new PhaseInputs(
                    "torch",
                    List.of(
                        new Input("COPY requirements.txt .", "c1"),
                        new Input("RUN pip install", "r2"),
                        new Input("ENV A", "e1")))),
            BEFORE.arguments(),
            BEFORE.images(),
            BEFORE.files());

    assertEquals(
        List.of(
            "instruction RUN pip install of phase torch changed",
            "instruction ENV A of phase torch is new"),
        words(BEFORE, after));
    assertEquals(
        List.of(
            "instruction RUN pip of phase torch changed",
            "instruction ENV A of phase torch is gone"),
        words(after, BEFORE));
  }

  @Test
  void shouldSayThatInstructionsWereReordered() {
    List<Input> turned = new ArrayList<>(PHASES.get(0).instructions());
    Collections.reverse(turned);
    Inputs after =
        new Inputs(
            List.of(new PhaseInputs("torch", turned)),
            BEFORE.arguments(),
            BEFORE.images(),
            BEFORE.files());

    assertEquals(List.of("instructions of phase torch were reordered"), words(BEFORE, after));
  }

  @Test
  void shouldNotMindThatAPhaseHasAnotherName() {
    Inputs after =
        new Inputs(
            List.of(new PhaseInputs("wheels", PHASES.get(0).instructions())),
            BEFORE.arguments(),
            BEFORE.images(),
            BEFORE.files());

    assertEquals(List.of(), words(BEFORE, after));
  }

  @Test
  void shouldSayThatSomeOfTooManyChanged() {
    Inputs one = new Inputs(List.of(), List.of(new Input("", "1")), List.of(), List.of());
    Inputs other = new Inputs(List.of(), List.of(new Input("", "2")), List.of(), List.of());

    assertEquals(List.of("some build argument changed"), words(one, other));
  }

  @Provide
  Arbitrary<List<Input>> files() {
    Arbitrary<String> path =
        Arbitraries.of("a", "b", "c", "d").list().ofMinSize(1).ofMaxSize(4).map(ChangesTest::path);
    return path.set()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(paths -> paths.stream().sorted().map(name -> new Input(name, "1")).toList());
  }

  /** No file is also a folder. */
  private static String path(List<String> elements) {
    return String.join("/", elements) + ".py";
  }

  @Property(tries = 300)
  void shouldSeeNoDifferenceHoweverFewEntriesEachRunNames(
      @ForAll("files") List<Input> files,
      @ForAll @IntRange(min = 1, max = 60) int before,
      @ForAll @IntRange(min = 1, max = 60) int after) {
    FileTree tree = FileTree.of(files);
    List<Input> few = tree.atMost(before);

    assertTrue(few.size() <= before);
    assertEquals(List.of(), words(inputs(few), inputs(tree.atMost(after))));
  }

  @Property(tries = 300)
  void shouldSeeADifferenceHoweverFewEntriesEachRunNames(
      @ForAll("files") List<Input> files,
      @ForAll @IntRange(min = 1, max = 60) int before,
      @ForAll @IntRange(min = 1, max = 60) int after,
      @ForAll @IntRange(min = 0, max = 59) int changed) {
    List<Input> others = new ArrayList<>(files);
    int place = changed % files.size();
    others.set(place, new Input(files.get(place).name(), "2"));

    List<Change> changes =
        Changes.between(
            inputs(FileTree.of(files).atMost(before)), inputs(FileTree.of(others).atMost(after)));

    assertEquals(1, changes.size(), changes::toString);
    String name = changes.get(0).name();
    assertTrue(name.equals("./") || files.get(place).name().startsWith(name), changes::toString);
  }

  private static Inputs inputs(List<Input> files) {
    return new Inputs(List.of(), List.of(), List.of(), files);
  }

  @Test
  void shouldPutTheFullestFolderTogetherFirst() {
    List<Input> files = new ArrayList<>(List.of(new Input("app.py", "1"), new Input("z/y", "1")));
    for (int i = 0; i < 100; i++) {
      files.add(new Input("models/part/" + i, "1"));
    }

    assertEquals(
        List.of("app.py", "models/part/", "z/y"),
        FileTree.of(files).atMost(40).stream().map(Input::name).toList());
  }

  @Test
  void shouldPutTensOfThousandsOfFilesTogether() {
    List<Input> files = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      files.add(new Input("d" + i % 100 + "/e" + i % 1000 + "/f" + i, "1"));
    }

    assertTrue(FileTree.of(files).atMost(40).size() <= 40);
  }
}
