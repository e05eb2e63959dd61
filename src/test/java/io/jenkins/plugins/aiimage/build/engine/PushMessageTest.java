package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.registry.Digest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of Docker 20.10.24. */
class PushMessageTest {
  private static final String DIGEST =
      "sha256:65a2bb0501817ed71eea3b6b478ed55287d4b7f939aa6882b1e2a3e4224d4332";

  private static PushMessage json(String line) {
    return PushMessage.ofJson(line).orElseThrow();
  }

  @Test
  void shouldReadHowFarALayerIs() {
    assertEquals(
        new PushMessage(
            "4b97606b0baa", "Pushing", 524_800, 60_000_000, Optional.empty(), Optional.empty()),
        json(
            "{\"status\":\"Pushing\",\"progressDetail\":{\"current\":524800,\"total\":60000000},"
                + "\"progress\":\"[\\u003e  ]  524.8kB/60MB\",\"id\":\"4b97606b0baa\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"progressDetail\":{},\"aux\":{\"Tag\":\"1\",\"Digest\":\"" + DIGEST + "\",\"Size\":1}}",
        "{\"status\":\"1: digest: " + DIGEST + " size: 736\"}",
        "{\"status\":\"digest: " + DIGEST + " size: 736\",\"id\":\"1\"}"
      })
  void shouldReadTheDigest(String line) {
    assertEquals(Optional.of(Digest.parse(DIGEST)), json(line).digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errorDetail\":{\"message\":\"denied\"},\"error\":\"another\"}",
        "{\"error\":\"denied\"}",
        "{\"message\":\"denied\"}"
      })
  void shouldReadWhyItFailed(String line) {
    assertEquals(Optional.of("denied"), json(line).error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "Bad Gateway", "{\"progressDetail\":{\"total\":\"x\"}}"})
  void shouldPassOverWhatIsNoMessage(String line) {
    assertEquals(Optional.empty(), PushMessage.ofJson(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":{},\"id\":[],\"aux\":7,\"errorDetail\":null}",
        "{\"progressDetail\":{\"current\":-5,\"total\":null},\"error\":\"\"}"
      })
  void shouldTakeWhatHasAnotherTypeForMissing(String line) {
    assertEquals(new PushMessage("", "", 0, 0, Optional.empty(), Optional.empty()), json(line));
  }

  @Test
  void shouldReadTheLinesOfTheClient() {
    assertEquals("0328cf3b4b4f", PushMessage.ofLine("0328cf3b4b4f: Mounted from x/z").id());
    assertEquals("Mounted from x/z", PushMessage.ofLine("0328cf3b4b4f: Mounted from x/z").status());
    PushMessage last = PushMessage.ofLine("1: digest: " + DIGEST + " size: 736");
    assertEquals(Optional.of(Digest.parse(DIGEST)), last.digest());
    assertEquals("", last.id());
    assertEquals("", PushMessage.ofLine("The push refers to repository [127.0.0.1:5/x]").id());
  }
}
