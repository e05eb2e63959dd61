package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHostTest {
  @ParameterizedTest
  @CsvSource({
    "ghcr.io, https://ghcr.io, ghcr.io",
    "docker.io, https://registry-1.docker.io, https://index.docker.io/v1/",
    "registry-1.docker.io, https://registry-1.docker.io, https://index.docker.io/v1/",
    "registry.lan:5000, https://registry.lan:5000, registry.lan:5000",
    "http://registry.lan:5000, http://registry.lan:5000, registry.lan:5000",
    "http://registry.lan/, http://registry.lan, registry.lan",
    "localhost:5000, http://localhost:5000, localhost:5000",
    "127.1.2.3, http://127.1.2.3, 127.1.2.3",
    "[::1]:5000, http://[::1]:5000, [::1]:5000",
    "https://localhost:5000, https://localhost:5000, localhost:5000",
    "127.evil.example, https://127.evil.example, 127.evil.example",
    "localhost.evil.example, https://localhost.evil.example, localhost.evil.example",
  })
  void shouldKnowHowToSpeakToIt(String text, String base, String configKey) {
    RegistryHost host = RegistryHost.parse(text);

    assertEquals(base, host.base());
    assertEquals(configKey, host.configKey());
  }

  @Test
  void shouldBeTheRegistryOfAReference() {
    assertEquals(
        "https://registry-1.docker.io", RegistryHost.of(ImageReference.parse("python")).base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a/b", "a:b", "a:0", "ftp://a", "a b", "user@host", "http://", "https://a/v2"})
  void shouldRefuseWhatIsNoRegistry(String text) {
    assertThrows(InvalidReferenceException.class, () -> RegistryHost.parse(text));
  }
}
