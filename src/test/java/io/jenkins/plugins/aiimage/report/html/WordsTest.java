package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Words FRENCH = Words.in(Locale.FRANCE, ZoneOffset.UTC);
  private static final Words RUSSIAN = Words.in(Locale.forLanguageTag("ru-RU"), ZoneOffset.UTC);

  private static Properties file(String suffix) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Words.class.getResourceAsStream("Words" + suffix + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"_fr", "_ru"})
  void shouldTranslateEveryText(String suffix) throws IOException {
    TreeSet<String> expected = new TreeSet<>(file("").stringPropertyNames());
    for (Cause cause : Cause.values()) {
      expected.add("cause." + cause);
    }
    for (Problem problem : Problem.values()) {
      expected.add("problem." + problem);
    }

    assertEquals(expected, new TreeSet<>(file(suffix).stringPropertyNames()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_fr", "_ru"})
  void shouldKeepThePlacesOfValues(String suffix) throws IOException {
    Pattern place = Pattern.compile("\\{\\d}");
    Properties translated = file(suffix);
    file("")
        .forEach(
            (key, english) ->
                assertEquals(
                    new TreeSet<>(
                        place.matcher((String) english).results().map(r -> r.group()).toList()),
                    new TreeSet<>(
                        place
                            .matcher(translated.getProperty((String) key))
                            .results()
                            .map(r -> r.group())
                            .toList()),
                    (String) key));
  }

  @Property
  void shouldSayDurationsInEnglishAsTheLogDoes(
      @ForAll @LongRange(min = -1000, max = 400_000_000L) long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertEquals(Durations.words(duration), Pages.ENGLISH.duration(duration));
  }

  @Property
  void shouldSaySizesInEnglishAsTheLogDoes(@ForAll @LongRange(min = 0) long bytes) {
    assertEquals(Sizes.words(bytes), Pages.ENGLISH.size(bytes));
  }

  @Test
  void shouldSayNumbersAndTimesAsTheLanguageDoes() {
    Instant time = Instant.parse("2026-03-02T09:15:00Z");

    assertEquals("12,3\u00a0s", FRENCH.duration(Duration.ofMillis(12_300)));
    assertEquals("1\u00a0ч 02\u00a0мин", RUSSIAN.duration(Duration.ofSeconds(3725)));
    assertEquals("6,1\u00a0Go", FRENCH.size(6_100_000_000L));
    assertEquals("2026-03-02 09:15:00 UTC", Pages.ENGLISH.time(time));
    assertEquals("2 mars 2026, 09:15:00 UTC", FRENCH.time(time));
    assertTrue(RUSSIAN.time(time).startsWith("2 мар"), RUSSIAN.time(time));
    assertEquals("2026-03-02 10:15:00", Words.in(Locale.UK, ZoneId.of("Europe/Paris")).time(time));
  }

  @Test
  void shouldSpeakEnglishWhereALanguageIsNotTranslated() {
    Words words = Words.in(Locale.GERMAN, ZoneOffset.UTC);

    assertEquals("en", words.language());
    assertEquals("Time line", words.of("timeline"));
  }

  @Test
  void shouldNotLookIntoValuesAgain() {
    assertEquals("{1}, attempt 2", Pages.ENGLISH.of("bar.attempt", "{1}", 2));
  }

  @Test
  void shouldRoundNoShareToNothing() {
    assertEquals("< 1 %", Pages.ENGLISH.percent(0.001));
    assertEquals("0 %", Pages.ENGLISH.percent(0));
    assertFalse(FRENCH.percent(0.5).contains(" "), "a number and its sign stay in one line");
  }
}
