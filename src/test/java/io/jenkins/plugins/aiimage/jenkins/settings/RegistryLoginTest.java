package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryLoginTest {
  private static final String PASSWORD = "pa:ss\u00e9";
  private static final String TOKEN = base64("jane:" + PASSWORD);

  @Test
  void shouldReadUserAndPasswordOfAToken() {
    RegistryLogin login = RegistryLogin.decode("https://reg.example:5000", TOKEN);

    assertEquals(new RegistryLogin("reg.example:5000", "jane", PASSWORD), login);
    assertEquals(TOKEN, login.token());
  }

  @Test
  void shouldMaskPasswordAndToken() {
    assertEquals(List.of(PASSWORD, TOKEN), RegistryLogin.decode("reg.example", TOKEN).secrets());
    assertEquals(1, new RegistryLogin("reg.example", "jane", "ab").secrets().size());
  }

  @Test
  void shouldShowNoSecret() {
    String shown = RegistryLogin.decode("reg.example", TOKEN).toString();

    assertFalse(shown.contains(PASSWORD) || shown.contains(TOKEN), shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geheim!", "Z2VoZWlt", "OnNlY3JldA=="})
  void shouldRefuseWhatIsNoUserAndPasswordWithoutShowingIt(String token) {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> RegistryLogin.decode("reg.example", token));

    assertFalse(refused.getMessage().contains(token), refused::getMessage);
  }

  @Test
  void shouldCrossToTheAgent() throws Exception {
    RegistryLogin login = RegistryLogin.decode("reg.example", TOKEN);

    assertEquals(login, copy(login));
  }

  static Object copy(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
