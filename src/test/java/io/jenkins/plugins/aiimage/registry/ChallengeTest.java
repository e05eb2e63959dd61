package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void shouldReadQuotedCommas() {
    assertEquals(
        List.of(
            new Challenge(
                "bearer",
                Map.of(
                    "realm", "https://auth.docker.io/token",
                    "service", "registry.docker.io",
                    "scope", "repository:a/b:pull,push"))),
        parse(
            "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\","
                + "scope=\"repository:a/b:pull,push\""));
  }

  @Test
  void shouldReadSeveralChallengesInOneHeaderAndInTwo() {
    List<Challenge> expected =
        List.of(
            new Challenge("basic", Map.of("realm", "a, \"b\"")),
            new Challenge("bearer", Map.of("realm", "https://x/t?a=b", "error", "invalid_token")));

    assertEquals(
        expected,
        parse(
            "BASIC Realm=\"a, \\\"b\\\"\", Bearer realm = https://x/t?a=b , error=invalid_token"));
    assertEquals(
        expected,
        parse(
            "Basic realm=\"a, \\\"b\\\"\"",
            "Bearer realm=\"https://x/t?a=b\",error=\"invalid_token\""));
  }

  @Test
  void shouldReadAChallengeWithoutParameters() {
    assertEquals(
        List.of(new Challenge("negotiate", Map.of()), new Challenge("basic", Map.of("realm", ""))),
        parse("Negotiate, Basic realm=\"\""));
    assertEquals(List.of(), parse(""));
  }

  @Property(tries = 500)
  void shouldReadAnythingWithoutFailing(@ForAll String text) {
    assertNotNull(parse(text, "Bearer realm=\"" + text));
  }

  private static List<Challenge> parse(String... headers) {
    return Challenge.parse(List.of(headers));
  }
}
