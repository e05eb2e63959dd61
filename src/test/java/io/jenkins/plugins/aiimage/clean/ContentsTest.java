package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {
  private static Contents image(String created, String blob) {
    return new Contents(
        created.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(created)),
        Map.of(blob, 10L, "shared", 5L),
        Set.of());
  }

  @Test
  void shouldTakeTheNewestImageOfAnIndexForItsDate() {
    Contents index =
        Contents.NONE
            .and("d1", image("2026-01-01T00:00:00Z", "a"))
            .and("d2", image("2026-02-01T00:00:00Z", "b"))
            .and("d3", image("", "attestation"));

    assertEquals(Optional.of(Instant.parse("2026-02-01T00:00:00Z")), index.created());
    assertEquals(Set.of("d1", "d2", "d3"), index.needs());
    assertEquals(Map.of("a", 10L, "b", 10L, "attestation", 10L, "shared", 5L), index.blobs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"created\":\"2026-01-15T08:00:00.123456789Z\"}",
        "{\"created\":\"2026-01-15T10:00:00.123456789+02:00\"}"
      })
  void shouldReadADateInAnyZone(String configuration) {
    assertEquals(
        Optional.of(Instant.parse("2026-01-15T08:00:00.123456789Z")),
        ContentsReader.created(configuration));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"created\":null}",
        "{\"created\":\"\"}",
        "{\"created\":5}",
        "{\"created\":[]}",
        "{\"created\":{}}",
        "{\"created\":[1,2]}"
      })
  void shouldDoWithoutADateThatIsNone(String configuration) {
    assertEquals(Optional.empty(), ContentsReader.created(configuration));
  }
}
