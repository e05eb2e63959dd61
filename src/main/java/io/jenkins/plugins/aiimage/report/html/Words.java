package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Labels, numbers and times as a reader's language has them: English, French or Russian. */
public final class Words {
  private final ResourceBundle texts;
  private final DateTimeFormatter times;
  private final String zone;

  private Words(Locale locale, ZoneId zone) {
    // Without fallback: the machine's own language is none of the reader's.
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.texts = ResourceBundle.getBundle(Words.class.getName(), locale, control);
    this.times =
        DateTimeFormatter.ofPattern(texts.getString("time.pattern"), texts.getLocale())
            .withZone(zone);
    this.zone = zone.normalized().equals(ZoneOffset.UTC) ? " UTC" : "";
  }

  /** Those of a language; English for every one that is not translated. Times are of the zone. */
  public static Words in(Locale locale, ZoneId zone) {
    return new Words(locale, zone);
  }

  /** Code of the language that was found, as {@code lang} has it. */
  String language() {
    String code = texts.getLocale().getLanguage();
    return code.isEmpty() ? "en" : code;
  }

  String of(String key) {
    return texts.getString(key);
  }

  /** A text with its values put in; they are not looked at again, whatever they hold. */
  String of(String key, Object... values) {
    String pattern = texts.getString(key);
    StringBuilder text = new StringBuilder(pattern.length() + 40);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '{') {
        text.append(values[pattern.charAt(i + 1) - '0']);
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  String of(Cause cause) {
    return orEnglish("cause." + cause.name(), cause.words());
  }

  String of(Problem problem) {
    return orEnglish("problem." + problem.name(), problem.explanation());
  }

  /** How a run ended. */
  public String of(RunResult result) {
    return of("result." + result);
  }

  /** One of Trivy's; its own name if it is none that is known. */
  String database(String name) {
    return orEnglish("database." + name, name);
  }

  private String orEnglish(String key, String english) {
    return texts.containsKey(key) ? texts.getString(key) : english;
  }

  /** As {@link io.jenkins.plugins.aiimage.report.Durations#words} in English. */
  String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 59_950) {
      return of("duration.seconds", tenths((millis + 50) / 100));
    }
    long seconds = (millis + 500) / 1000;
    if (seconds < 3600) {
      return of("duration.minutes", seconds / 60, twoDigits(seconds % 60));
    }
    return of("duration.hours", seconds / 3600, twoDigits(seconds / 60 % 60));
  }

  /** As {@link io.jenkins.plugins.aiimage.report.Sizes#words} in English. */
  String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < 4) {
      size /= 1000;
      unit++;
    }
    boolean whole = unit == 0 || size >= 99.95;
    String number = whole ? String.valueOf(Math.round(size)) : tenths(Math.round(size * 10));
    return of("bytes." + unit, number);
  }

  /** A share of one, in whole percent. */
  public String percent(double share) {
    long percent = Math.min(100, Math.round(100 * share));
    return percent == 0 && share > 0 ? of("percent.less") : of("percent", percent);
  }

  String time(Instant time) {
    return times.format(time) + zone;
  }

  /** A plain number such as {@code 0.25} as it is written in the language. */
  String decimal(String number) {
    return number.replace(".", of("decimal"));
  }

  private String tenths(long tenths) {
    return tenths / 10 + of("decimal") + tenths % 10;
  }

  private static String twoDigits(long number) {
    return (number < 10 ? "0" : "") + number;
  }
}
