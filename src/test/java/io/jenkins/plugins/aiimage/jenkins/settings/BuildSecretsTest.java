package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildSecretsTest {
  @Test
  void shouldTellFilesFromCredentials() {
    assertEquals(new SecretSource("pip", "a=b", false), SecretSource.parse("pip=a=b"));
    assertEquals(
        new SecretSource("pip", "pip-token", true), SecretSource.parse("pip=credential:pip-token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter22",
        "hunter22=",
        "=hunter22",
        "id=",
        "id=credential:",
        "i d=hunter22",
        "id= "
      })
  void shouldRefuseAnythingElseWithoutShowingWhatMayBeASecret(String value) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> SecretSource.parse(value));

    assertFalse(refused.getMessage().contains("hunter22"), refused::getMessage);
  }

  @Test
  void shouldMaskEachTextOnceAndLongLinesOfLongOnes() {
    BuildSecrets secrets =
        new BuildSecrets(
            List.of("a=/file"),
            Map.of(
                "line", bytes(" hunter2\n"),
                "again", bytes("hunter2"),
                "short", bytes("x"),
                "many", bytes("{\r\n  token: hunter3\r\n}\r\n"),
                "binary", new byte[] {(byte) 0xff, (byte) 0xfe, 65, 66, 67}));

    assertEquals(
        List.of("hunter2", "token: hunter3"), secrets.secrets().stream().sorted().toList());
  }

  @Test
  void shouldShowOnlyTheNamesOfSecrets() {
    BuildSecrets secrets = new BuildSecrets(List.of("a=/file"), Map.of("b", bytes("hunter2")));

    assertEquals("BuildSecrets[files=[a=/file], contents=[b]]", secrets.toString());
  }

  @Test
  void shouldCrossToTheAgent() throws Exception {
    BuildSecrets secrets = new BuildSecrets(List.of("a=/file"), Map.of("b", bytes("hunter2")));

    BuildSecrets copy = (BuildSecrets) RegistryLoginTest.copy(secrets);

    assertEquals(secrets.files(), copy.files());
    assertArrayEquals(bytes("hunter2"), copy.contents().get("b"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
