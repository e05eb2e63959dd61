package io.jenkins.plugins.aiimage.start.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComposePropertyTest {
  private static final Path NOWHERE = Path.of("/nowhere/project");

  private static ComposeFile read(String text) throws ComposeException {
    return new ComposeReader(NOWHERE, Map.of()).read(text);
  }

  /** Texts as they may stand in double quotes. */
  @Provide
  Arbitrary<Map<String, String>> variables() {
    Arbitrary<String> names =
        Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> values =
        Arbitraries.strings().withChars(" abc#:'{}[]&*!|>%@`,é-").ofMaxLength(9);
    return Arbitraries.maps(names, values).ofMaxSize(4);
  }

  @Property(tries = 200)
  void shouldHandOverEveryValueAsItIs(@ForAll("variables") Map<String, String> variables)
      throws ComposeException {
    StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n    environment:\n");
    variables.forEach((name, value) -> text.append("      " + name + ": \"" + value + "\"\n"));

    assertEquals(variables, read(text.toString()).services().get("a").environment());
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings().withChars("ab '\"\\$&;|").ofMaxLength(5).list().ofMaxSize(4);
  }

  @Property(tries = 200)
  void shouldPutWordsTogetherAsAShellDividesThem(@ForAll("words") List<String> words)
      throws ComposeException {
    assertEquals(words, ShellWords.split(ShellWords.quoted(words), 0));
  }

  @Provide
  Arbitrary<String> pieces() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "services:",
            "\n",
            "  ",
            "a: ",
            "image: x",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "<<: ",
            "\"",
            "'",
            "${",
            "}",
            "$",
            "ports:",
            "volumes:",
            "deploy:",
            "null",
            "|",
            "!x ",
            "? ",
            "1",
            "healthcheck:",
            "depends_on:",
            "environment:",
            "\t",
            "\0",
            "é");
    return piece.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  /** Anything but a refusal would be a fault of this program. */
  @Property(tries = 500)
  void shouldReadOrRefuseWhateverItIsGiven(@ForAll("pieces") String text) {
    try {
      for (Service service : read(text).services().values()) {
        assertEquals(service, read(text).services().get(service.name()));
      }
    } catch (ComposeException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  @Provide
  Arbitrary<Map<String, Integer>> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 999), Arbitraries.of("b", "k", "KB", "m", "MB", "g"))
        .as((number, unit) -> new LinkedHashMap<>(Map.of(unit, number)));
  }

  @Property(tries = 50)
  void shouldCountMemoryInBinaryUnits(@ForAll("limits") Map<String, Integer> limits)
      throws ComposeException {
    List<Long> counted = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    for (Map.Entry<String, Integer> limit : limits.entrySet()) {
      counted.add(Quantity.bytes(limit.getValue() + limit.getKey(), 0));
      int power = "bkmg".indexOf(Character.toLowerCase(limit.getKey().charAt(0)));
      expected.add(limit.getValue() * (1L << (10 * power)));
    }

    assertEquals(expected, counted);
  }
}
