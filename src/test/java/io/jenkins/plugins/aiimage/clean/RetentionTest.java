package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
  private static final Retention MONTH = new Retention(Duration.ofDays(30), 0);

  private static NamedImage image(String digest, String created) {
    return new NamedImage(
        digest,
        List.of("r/x:key-" + digest),
        List.of(),
        Optional.of(Instant.parse(created)),
        Set.of(),
        Optional.empty());
  }

  private static NamedImage index(NamedImage image, List<String> others, String... parts) {
    return new NamedImage(
        image.digest(), image.own(), others, image.created(), Set.of(parts), image.heldBy());
  }

  private static List<Optional<String>> judged(Retention retention, NamedImage... images) {
    return retention.judge(List.of(images), NOW).stream().map(Verdict::kept).toList();
  }

  @Test
  void shouldRemoveWhatIsOldAndKeepWhatIsYoung() {
    assertEquals(
        List.of(Optional.empty(), Optional.of("it is young")),
        judged(MONTH, image("a", "2026-01-30T09:15:00Z"), image("b", "2026-02-01T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "1980-01-01T00:00:01Z", "2026-03-02T09:15:01Z"})
  void shouldKeepWhatHasNoUsableDate(String created) {
    assertEquals(List.of(Optional.of("it has no usable date")), judged(MONTH, image("a", created)));
  }

  @Test
  void shouldCountTheNewestAmongThoseThatPeopleNamedToo() {
    NamedImage released = index(image("b", "2026-01-02T00:00:00Z"), List.of("r/x:1.0"));
    assertEquals(
        List.of(Optional.empty(), Optional.of("it is r/x:1.0 too"), Optional.empty()),
        judged(
            new Retention(Duration.ofDays(30), 1),
            image("a", "2026-01-01T00:00:00Z"),
            released,
            image("c", "2025-12-01T00:00:00Z")));
  }

  @Test
  void shouldKeepThePartsOfTheParts() {
    NamedImage whole = index(image("w", "2026-01-01T00:00:00Z"), List.of("r/x:1"), "p");
    NamedImage part = index(image("p", "2026-01-01T00:00:00Z"), List.of(), "q");
    assertEquals(
        List.of(
            Optional.of("it is part of r/x:key-p"),
            Optional.of("it is part of r/x:1"),
            Optional.of("it is r/x:1 too")),
        judged(MONTH, image("q", "2026-01-01T00:00:00Z"), part, whole));
  }

  @Test
  void shouldSpareTheLastHourWhateverIsAsked() {
    assertEquals(Retention.YOUNGEST, new Retention(Duration.ZERO, 0).olderThan());
  }
}
