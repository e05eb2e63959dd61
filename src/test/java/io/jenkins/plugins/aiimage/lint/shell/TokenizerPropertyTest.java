package io.jenkins.plugins.aiimage.lint.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenizerPropertyTest {
  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.strings().withChars("ab2= \t\n'\"\\`$(){}<>|&;#!").ofMaxLength(40);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.strings()
        .withChars("ab=<>| &;#\"$`\\(){}*~")
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property
  void shouldLeaveOutNothingButBlanks(@ForAll("scripts") String script) {
    int end = 0;
    for (Token token : Tokenizer.of(script).list()) {
      assertTrue(token.start() >= end && token.end() > token.start(), script);
      assertTrue(isBlank(script.substring(end, token.start())), script);
      assertEquals(script.substring(token.start(), token.end()), token.text());
      end = token.end();
    }
    assertTrue(isBlank(script.substring(end)), script);
  }

  private static boolean isBlank(String text) {
    return text.replace("\\\n", "").chars().allMatch(c -> c == ' ' || c == '\t');
  }

  @Property
  void shouldReadAnyScript(@ForAll("scripts") String script) {
    for (Element.Command command : Script.parse(script).commands()) {
      for (Word word : command.words()) {
        assertEquals(script.substring(word.start(), word.end()), word.text());
        assertTrue(command.start() <= word.start() && word.end() <= command.end(), script);
      }
    }
  }

  @Property
  void shouldGiveBackWordsThatWereQuoted(@ForAll("values") List<String> values) {
    String script =
        values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(" "));

    Script parsed = Script.parse("run " + script + " && b");

    assertTrue(parsed.plain());
    List<String> words = parsed.commands().get(0).values();
    assertEquals(values, words.subList(1, words.size()));
  }

  @Property
  void shouldGiveBackWordsWhoseEveryCharacterIsEscaped(@ForAll("values") List<String> values) {
    String script =
        values.stream()
            .map(value -> "\"" + value.replaceAll("([\"$`\\\\])", "\\\\$1") + "\"")
            .collect(Collectors.joining(" "));

    List<String> words = Script.parse("run " + script).commands().get(0).values();

    assertEquals(values, words.subList(1, words.size()));
  }
}
