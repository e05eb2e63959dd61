package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** What the tests of this package share. */
final class Fixtures {
  static final Manifest MANIFEST =
      new Manifest(
          MediaTypes.OCI_MANIFEST,
          "{\"schemaVersion\":2,\"config\":{},\"layers\":[]}".getBytes(StandardCharsets.UTF_8));
  static final Credentials ALICE = new Credentials.Basic("alice", "wonderland");

  /** Short, and long enough for a slow machine to answer what it means to answer. */
  static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofMillis(300));

  static final RetryPolicy QUICK = new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(20));

  private Fixtures() {}

  /** With generous time-outs and a memory of its own. */
  static Registry registry(String address, Credentials credentials) {
    return registry(address, credentials, new AuthMemory(System::nanoTime));
  }

  static Registry registry(String address, Credentials credentials, AuthMemory memory) {
    return Registry.of(
        RegistryHost.parse(address),
        CredentialSource.of(credentials),
        new Transport(Timeouts.DEFAULT, new Proxies(System.getenv())),
        QUICK,
        memory);
  }

  static Registry impatient(String address) {
    return Registry.of(
        RegistryHost.parse(address), CredentialSource.ANONYMOUS, SHORT, RetryPolicy.NONE);
  }

  static ScriptedServer.Answer manifest() {
    return ScriptedServer.Answer.text(
        200,
        new String(MANIFEST.bytes(), StandardCharsets.UTF_8),
        "Content-Type",
        MANIFEST.mediaType(),
        "Docker-Content-Digest",
        MANIFEST.digest().toString(),
        "Content-Length",
        "" + MANIFEST.bytes().length);
  }

  static RegistryException assertKind(Kind kind, Executable action) {
    RegistryException failure = assertThrows(RegistryException.class, action);
    assertEquals(kind, failure.kind(), failure.getMessage());
    return failure;
  }
}
