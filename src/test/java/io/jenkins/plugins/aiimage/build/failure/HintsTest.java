package io.jenkins.plugins.aiimage.build.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private static Properties file(String suffix) throws IOException {
    Properties hints = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Hints.class.getResourceAsStream("Hints" + suffix + ".properties"),
            StandardCharsets.UTF_8)) {
      hints.load(reader);
    }
    return hints;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_ru"})
  void shouldHaveAHintForEverySignAndForNothingElse(String suffix) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    SignTable.all().forEach(sign -> ids.add(sign.id()));
    assertEquals(ids, new TreeSet<>(file(suffix).stringPropertyNames()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_ru"})
  void shouldSpeakInWholeSentences(String suffix) throws IOException {
    Properties hints = file(suffix);
    List<String> wrong = new ArrayList<>();
    for (String id : hints.stringPropertyNames()) {
      String hint = hints.getProperty(id);
      boolean typewritten = suffix.equals("_fr") && hint.contains("'");
      if (!hint.endsWith(".") || !hint.equals(hint.strip()) || typewritten) {
        wrong.add(id);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void shouldWriteRussianInCyrillicAndFrenchWithAccents() throws IOException {
    Properties russian = file("_ru");
    for (String id : russian.stringPropertyNames()) {
      assertTrue(russian.getProperty(id).chars().anyMatch(c -> c >= 'а' && c <= 'я'), id);
      assertFalse(russian.getProperty(id).matches(".*[а-яА-Я][a-zA-Z]+[а-яА-Я].*"), id);
    }
    assertTrue(Hints.of("dns", Locale.FRENCH).contains("hôte"));
  }

  @Test
  void shouldSpeakTheLanguageAskedFor() {
    assertTrue(Hints.of("disk-full", Locale.ENGLISH).startsWith("Free space"));
    assertTrue(Hints.of("disk-full", Locale.CANADA_FRENCH).startsWith("Libérez"));
    assertTrue(Hints.of("disk-full", RUSSIAN).startsWith("Освободите"));
  }

  @Test
  void shouldSpeakEnglishToEverybodyElseWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRENCH);
      assertEquals(Hints.of("dns", Locale.ENGLISH), Hints.of("dns", Locale.GERMAN));
      assertNotEquals(Hints.of("dns", Locale.FRENCH), Hints.of("dns", Locale.ROOT));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldRefuseASignThatDoesNotExist() {
    assertThrows(MissingResourceException.class, () -> Hints.of("no-such-sign", Locale.ENGLISH));
  }
}
