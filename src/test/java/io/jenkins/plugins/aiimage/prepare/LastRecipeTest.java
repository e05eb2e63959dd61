package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastRecipeTest {
  private static final String KEY = "a1".repeat(32);
  private static final String OTHER = "b2".repeat(32);

  @TempDir private Path folder;
  private LastRecipe recipe;

  @BeforeEach
  void makeRecipe() {
    recipe = new LastRecipe(new StateFolder(folder), "r.example/x\nAI Processor\n");
  }

  private static Inputs inputs(String digest) {
    return new Inputs(List.of(), List.of(), List.of(), List.of(new Input("app.py", digest)));
  }

  private Path note() throws IOException {
    try (Stream<Path> notes = Files.list(folder.resolve("recipes"))) {
      return notes.findFirst().orElseThrow();
    }
  }

  @Test
  void shouldSayWhatIsDifferentSinceTheLastRun() {
    recipe.remember(KEY, inputs("1"));

    assertEquals(
        List.of(new Change(Change.Kind.FILE, Change.What.CHANGED, "app.py", "")),
        recipe.changes(OTHER, inputs("2")));
  }

  @Test
  void shouldSayNothingOfTheSameKey() {
    recipe.remember(KEY, inputs("1"));

    assertEquals(List.of(), recipe.changes(KEY, inputs("2")));
  }

  @Test
  void shouldSayNothingTheFirstTime() {
    assertEquals(List.of(), recipe.changes(KEY, inputs("1")));
  }

  @Test
  void shouldCompareWithTheLastOneOnly() {
    recipe.remember(KEY, inputs("1"));
    recipe.remember(OTHER, inputs("2"));

    assertEquals(List.of(), recipe.changes(OTHER, inputs("2")));
    assertEquals(1, recipe.changes(KEY, inputs("1")).size());
  }

  @Test
  void shouldKeepImagesApart() {
    recipe.remember(KEY, inputs("1"));

    LastRecipe labelled =
        new LastRecipe(new StateFolder(folder), "r.example/x\n../../\u202eother\n");
    labelled.remember(OTHER, inputs("2"));

    assertEquals(List.of(), recipe.changes(KEY, inputs("1")));
    assertEquals(List.of(), labelled.changes(OTHER, inputs("2")));
  }

  @Test
  void shouldNameItsNoteByADigest() throws IOException {
    recipe.remember(KEY, inputs("1"));

    assertTrue(note().getFileName().toString().matches("[0-9a-f]{64}"), note().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cut", "{}", "null", "[1, 2]", "{\"files\": 7}", "\u0000\ud83d"})
  void shouldSayNothingWhereTheNoteIsSpoilt(String json) throws IOException {
    recipe.remember(KEY, inputs("1"));
    for (String text : List.of(json, KEY + json, KEY + "\n" + json)) {
      Files.writeString(note(), text.replace("\ud83d", "?"));

      assertEquals(List.of(), recipe.changes(OTHER, inputs("2")), text);
    }
    recipe.remember(OTHER, inputs("2"));
    assertEquals(List.of(), recipe.changes(OTHER, inputs("2")));
    assertEquals(1, recipe.changes(KEY, inputs("1")).size());
  }

  @Test
  void shouldDoWithoutAFolderThatCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    LastRecipe nowhere = new LastRecipe(new StateFolder(file), "x");

    nowhere.remember(KEY, inputs("1"));

    assertEquals(List.of(), nowhere.changes(OTHER, inputs("2")));
  }
}
