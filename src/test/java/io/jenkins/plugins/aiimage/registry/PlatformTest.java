package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {"linux/amd64", "linux/arm/v7", "linux/x86_64", "windows/amd64"})
  void shouldBeWrittenAsItIsRead(String text) {
    assertEquals(text, Platform.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "linux", "linux/", "/amd64", "Linux/amd64", "linux/amd64/v1/x", " "})
  void shouldReadNothingElse(String text) {
    assertEquals(Optional.empty(), Platform.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "linux/arm64, linux/arm64/v8, true",
    "linux/aarch64, linux/arm64, true",
    "linux/x86_64, linux/amd64/v1, true",
    "linux/arm, linux/arm/v7, true",
    "linux/arm/7, linux/armhf, true",
    "linux/armel, linux/arm/v6, true",
    "linux/i386, linux/386, true",
    "linux/arm/v6, linux/arm/v7, false",
    "linux/amd64/v3, linux/amd64, false",
    "linux/amd64, linux/arm64, false",
    "windows/amd64, linux/amd64, false"
  })
  void shouldKnowOtherSpellings(String one, String other, boolean same) {
    Platform platform = Platform.parse(one).orElseThrow();
    assertEquals(same, platform.isSameAs(Platform.parse(other).orElseThrow()));
  }

  @Test
  void shouldReadAConfiguration() throws RegistryException {
    assertEquals(
        new Platform("linux", "arm", "v7"),
        configuration("{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}"));
    assertEquals(
        new Platform("linux", "amd64", ""),
        configuration("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "[]", "{}", "{\"os\":\"linux\"}", "{\"os\":{},\"architecture\":1}"})
  void shouldRefuseAConfigurationWithoutOne(String text) {
    assertThrows(RegistryException.class, () -> configuration(text));
  }

  @Test
  void shouldTakeAVariantOnlyWhereNoneIsNamed() {
    Platform v6 = new Platform("linux", "arm", "v6");
    assertEquals(v6, new Platform("linux", "arm", "").completedBy(v6));
    Platform v7 = new Platform("linux", "arm", "v7");
    assertEquals(v7, v7.completedBy(v6));
  }

  private static Platform configuration(String text) throws RegistryException {
    return Platform.ofConfiguration(text.getBytes(StandardCharsets.UTF_8));
  }
}
