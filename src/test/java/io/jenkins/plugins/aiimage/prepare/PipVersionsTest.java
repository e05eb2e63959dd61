package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipVersionsTest {
  @ParameterizedTest
  @CsvSource({
    "18.1, false",
    "23.0.1, false",
    "24.0, false",
    "24.1b1, true",
    "24.2, true",
    "25.1.1, true",
    "100.0, true"
  })
  void shouldTellWhoKnowsRawProgress(String version, boolean knows) {
    String output =
        "WARNING: something\npip " + version + " from /usr/lib/python3/pip (python 3.11)\n";
    assertEquals(Optional.of(version), PipVersions.version(output));
    assertEquals(knows, !ReleaseNumber.of(version).isBefore(PipSettings.KNOWS_RAW));
  }

  @Test
  void shouldTakeNothingElseForAVersion() {
    assertEquals(Optional.empty(), PipVersions.version(""));
    assertEquals(Optional.empty(), PipVersions.version("pip"));
    assertEquals(Optional.empty(), PipVersions.version("pip is broken"));
    assertEquals(Optional.empty(), PipVersions.version("exec: \"pip\": not found"));
  }

  @Test
  void shouldCompareReleases() {
    assertTrue(ReleaseNumber.of("v4.9").isBefore(ReleaseNumber.of("4.10.1")));
    assertTrue(ReleaseNumber.of("20.10.24+dfsg1").isBefore(ReleaseNumber.of("23")));
    assertFalse(ReleaseNumber.of("nightly").isBefore(ReleaseNumber.of("999999.9")));
    assertEquals(new ReleaseNumber(1, 0), ReleaseNumber.of("1.x"));
    assertEquals(new ReleaseNumber(1, 0), ReleaseNumber.of("1.99999999999"));
  }
}
