package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private static Metadata hours(long updated, long next) {
    return new Metadata(
        NOW.plusSeconds(updated * 3600), NOW.plusSeconds(next * 3600), Optional.empty());
  }

  @Test
  void shouldReadWhatTrivyWrites() throws ArtifactException {
    String json =
        "{\"Version\":2,\"NextUpdate\":\"2026-03-03T06:11:12.123456789Z\","
            + "\"UpdatedAt\":\"2026-03-02T07:11:12.5+01:00\","
            + "\"DownloadedAt\":\"0001-01-01T00:00:00Z\"}";
    Metadata metadata = Metadata.parse(Database.VULNERABILITIES, json);
    assertEquals(Instant.parse("2026-03-02T06:11:12.5Z"), metadata.updatedAt());
    assertEquals(Instant.parse("2026-03-03T06:11:12.123456789Z"), metadata.nextUpdate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"Version\":1,\"UpdatedAt\":\"2026-03-02T07:00:00Z\"}",
        "{\"Version\":\"two\",\"UpdatedAt\":\"2026-03-02T07:00:00Z\"}",
        "{\"Version\":2,\"UpdatedAt\":\"yesterday\"}",
        "{\"Version\":2,\"UpdatedAt\":{}}",
        "{\"Version\":2}",
        "{\"Version\":2,\"UpdatedAt\":null}"
      })
  void shouldRefuseWhatSaysTooLittle(String json) {
    assertThrows(ArtifactException.class, () -> Metadata.parse(Database.VULNERABILITIES, json));
  }

  @Test
  void shouldChangeOnlyTheTimeOfArrival() {
    String json =
        "{\"Version\":2,\"Big\":12345678901234567890,\"DownloadedAt\":\"0001-01-01T00:00:00Z\","
            + "\"Other\":{\"a\":[1,null]}}";
    JsonObject stamped = JsonParser.parseString(Metadata.stamped(json, NOW)).getAsJsonObject();
    assertEquals("2026-03-02T12:00:00Z", stamped.remove("DownloadedAt").getAsString());
    JsonObject before = JsonParser.parseString(json).getAsJsonObject();
    before.remove("DownloadedAt");
    assertEquals(before, stamped);
  }

  @Test
  void shouldBeFreshUntilTheNextIsDue() {
    assertTrue(hours(-6, 18).isFresh(NOW, WEEK));
    assertFalse(hours(-24, 0).isFresh(NOW, WEEK));
    assertFalse(hours(-24, -1).isFresh(NOW, WEEK));
  }

  @Test
  void shouldAskRatherThanTrustAClockThatJumped() {
    assertFalse(hours(1, 25).isFresh(NOW, WEEK), "from the future");
    assertFalse(hours(-24 * 8, 24 * 365).isFresh(NOW, WEEK), "promises a year");
    assertEquals(Duration.ZERO, hours(5, 25).age(NOW));
    assertTrue(hours(-1, 1).isNewerThan(hours(50, 60), NOW), "the future gives way");
    assertFalse(hours(50, 60).isNewerThan(hours(50, 70), NOW));
  }

  @Property
  void shouldNeverLetTwoTakeEachOthersPlace(
      @ForAll @IntRange(min = -99, max = 99) int one,
      @ForAll @IntRange(min = -99, max = 99) int other) {
    Metadata a = hours(one, one + 24L);
    Metadata b = hours(other, other + 24L);
    boolean bothWays = a.isNewerThan(b, NOW) && b.isNewerThan(a, NOW);
    // Only while one of them comes from the future: then the other stays, once it is there.
    assertTrue(!bothWays || one > 0 || other > 0);
    assertFalse(a.isNewerThan(a, NOW));
  }

  @Test
  void shouldReadTheChecksThatItWrites() throws ArtifactException {
    Digest digest = new Digest("a".repeat(64));
    for (int major : new int[] {0, 2}) {
      Metadata checks = Metadata.parse(Database.CHECKS, Metadata.checks(digest, major, NOW));
      assertEquals(Optional.of(digest), checks.digest());
      assertTrue(checks.isFresh(NOW.plusSeconds(86_399), WEEK));
      assertFalse(checks.isFresh(NOW.plusSeconds(86_400), WEEK));
    }
    assertThrows(
        ArtifactException.class,
        () -> Metadata.parse(Database.CHECKS, Metadata.checks(digest, 1, NOW)));
  }
}
