package io.jenkins.plugins.aiimage.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "fr_FR.UTF-8, -, -, fr",
        "fr, ru_RU, en_US, fr",
        "-, ru_RU.KOI8-R, fr_FR, ru",
        "-, -, ru_RU.UTF-8@x, ru",
        "'', '', fr_CA, fr",
        "C, fr_FR, fr_FR, en",
        "C.UTF-8, -, fr_FR, en",
        "POSIX, -, -, en",
        "-, -, de_DE.UTF-8, en",
        "-, -, -, en",
        "-, -, frp_FR, en"
      })
  void shouldReadTheEnvironmentInTheOrderOfPosix(
      String all, String messages, String lang, String expected) {
    Map<String, String> environment = new HashMap<>();
    if (all != null) {
      environment.put("LC_ALL", all);
    }
    if (messages != null) {
      environment.put("LC_MESSAGES", messages);
    }
    if (lang != null) {
      environment.put("LANG", lang);
    }
    assertEquals(expected, Languages.of(environment).getLanguage());
  }
}
