package io.jenkins.plugins.aiimage.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static Object normalised(String name, Object value) {
    return Forms.normalised(Map.of(name, value), Parameters.PREPARE).get(name);
  }

  @Test
  void shouldTakeAMapForNamesAndValues() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("A", "1");
    map.put("B", java.net.URI.create("two=2"));

    assertEquals(List.of("A=1", "B=two=2"), normalised("buildArgs", map));
  }

  @Test
  void shouldTakeAMapForPip() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("timeout", "60s");
    map.put("retries", 10);

    assertEquals(List.of("timeout=60s", "retries=10"), normalised("pip", map));
  }

  @Test
  void shouldTakeOneValueForAList() {
    assertEquals(List.of("v1"), normalised("tags", "v1"));
    assertEquals(List.of("7"), normalised("tags", 7));
  }

  @Test
  void shouldTakeMapsOfMapsForPhases() {
    Map<String, Object> torch = new LinkedHashMap<>();
    torch.put("timeout", "20m");
    torch.put("retries", 2);
    torch.put("fallback", List.of("A=1", "B=2"));

    assertEquals(
        List.of("torch:timeout=20m,retries=2,fallback=A=1,fallback=B=2"),
        normalised("phases", Map.of("torch", torch)));
    assertEquals(
        List.of("torch:timeout=20m"), normalised("phases", Map.of("torch", "timeout=20m")));
  }

  @Test
  void shouldTakeAMapForTheFallbackOfAPhase() {
    assertEquals(
        List.of("torch:fallback=INDEX=https://x"),
        normalised("phases", Map.of("torch", Map.of("fallback", Map.of("INDEX", "https://x")))));
  }

  @Test
  void shouldTakeANumberForAText() {
    assertEquals("1200", normalised("timeout", 1200));
    assertEquals("2", normalised("retries", 2));
  }

  @Test
  void shouldLeaveSwitchesAndUnknownNamesAlone() {
    assertEquals(true, normalised("force", true));
    assertEquals(1, normalised("colour", 1));
  }
}
