package io.jenkins.plugins.aiimage.lint.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @Test
  void shouldTakeAnUnquotedBoundForARedirection() {
    Element.Command command = Script.parse("pip install torch>=2.1 \"numpy>=1\"").commands().get(0);

    assertEquals(List.of("pip", "install", "torch", "numpy>=1"), command.values());
    assertEquals(">", command.redirections().get(0).operator());
    assertEquals("=2.1", command.redirections().get(0).target().value());
  }

  @Test
  void shouldTakeDigitsForADescriptorOnlyWhereTheyAreAWord() {
    List<Redirection> redirections =
        Script.parse("tool 2>/dev/null tf2onnx2>=1").commands().get(0).redirections();

    assertEquals("2>", redirections.get(0).operator());
    assertEquals(">", redirections.get(1).operator());
  }

  @Test
  void shouldTellChainsFromSequences() {
    Script script = Script.parse("a && b || c; d | e & f");

    List<String> ends = script.chains().stream().map(Chain::end).toList();
    assertEquals(List.of(";", "&", ""), ends);
    List<String> before = script.chains().get(0).links().stream().map(Chain.Link::before).toList();
    assertEquals(List.of("", "&&", "||"), before);
    assertTrue(script.plain());
  }

  @Test
  void shouldKeepGroupsApart() {
    Script script = Script.parse("a && { b || true; } && (c; d)");

    assertTrue(script.plain());
    assertEquals(1, script.chains().size());
    assertEquals(3, script.chains().get(0).links().size());
    assertEquals(5, script.commands().size());
  }

  @Test
  void shouldTakeSubstitutionsAsAWhole() {
    Script script = Script.parse("a $(b && c \")\") ${D:-e f} `g; h` \"$(i \"j k\")\" && l");

    assertTrue(script.plain());
    assertEquals(2, script.commands().size());
    assertEquals(5, script.commands().get(0).words().size());
  }

  @Test
  void shouldEndAtAComment() {
    assertEquals(List.of("a", "b#c"), Script.parse("a b#c # d && e").commands().get(0).values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then b; fi",
        "for i in 1 2; do b; done",
        "a 'b",
        "(a",
        "a)",
        "f() { a; }",
        "a &&",
        "|| b",
        "{ a; } > f",
        "case a in b) c;; esac",
        "a >"
      })
  void shouldSayWhatItDoesNotKnowWhollyYet(String text) {
    assertFalse(Script.parse(text).plain());
  }

  @Test
  void shouldFindTheCommandsOfControlStructures() {
    List<Element.Command> commands = Script.parse("if a; then pip install b; fi").commands();

    assertTrue(commands.stream().anyMatch(command -> command.values().contains("install")));
  }

  @Test
  void shouldBearBracketsWithoutEnd() {
    assertFalse(Script.parse("(".repeat(100_000)).plain());
    assertFalse(Script.parse("$(".repeat(100_000)).plain());
    assertFalse(Script.parse("\"$(".repeat(2_000)).plain());
  }
}
