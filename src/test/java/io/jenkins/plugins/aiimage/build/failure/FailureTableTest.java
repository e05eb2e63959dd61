package io.jenkins.plugins.aiimage.build.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ERROR: Could not find a version that satisfies the requirement torch==9.9 (from versions:"
            + " 2.3.0)|PERMANENT",
        "ERROR: Could not find a version that satisfies the requirement torch (from versions:"
            + " none)|INDEX",
        "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='x', port=443):"
            + " Read timed out.|TRANSIENT",
        "ProtocolError: (\"Connection broken: ConnectionResetError(104, 'Connection reset by"
            + " peer')\")|TRANSIENT",
        "ERROR: Could not install packages due to an OSError: Max retries exceeded with url: /t"
            + "|INDEX",
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.|TRANSIENT",
        "error: externally-managed-environment|PERMANENT",
        "E: The repository 'http://x bookworm Release' does not have a Release file.|TRANSIENT",
        "write /x: no space left on device|DISK_FULL",
        "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?"
            + "|ENGINE_LOST",
        "manifest for x:y not found: manifest unknown: manifest unknown|PERMANENT",
        "the --mount option requires BuildKit. Refer to …|PERMANENT",
        "/bin/sh: 1: pip: not found|PERMANENT",
        "exec /bin/sh: exec format error|PERMANENT"
      })
  void shouldKnowWhatALineMeans(String line, Cause cause) {
    assertEquals(cause, FailureTable.find(line).orElseThrow().cause());
  }

  @Test
  void shouldNotSeeAFailureInOrdinaryOutput() {
    assertTrue(FailureTable.find("Setting up python3-torch (1.13.1) ...").isEmpty());
  }
}
