package io.jenkins.plugins.aiimage.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.process.ProcessName;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void shouldLeaveWhatALivingProcessStops() {
    assertFalse(Labels.isLeftOver(Labels.ownedHere("r", LATER).asMap(), NOW));
    assertTrue(Labels.isLeftOver(Labels.ownedHere("r", NOW).asMap(), LATER));
  }

  @Test
  void shouldFindWhatADeadProcessHasLeft() {
    String dead = ProcessName.machine() + " 999999999 1";

    assertTrue(Labels.isLeftOver(new Labels("r", dead, LATER).asMap(), NOW));
    assertFalse(Labels.isLeftOver(new Labels("r", "elsewhere 999999999 1", LATER).asMap(), NOW));
  }

  @Test
  void shouldLeaveWhatIsKeptUntilItsTime() {
    assertFalse(Labels.isLeftOver(Labels.kept("r", LATER).asMap(), NOW));
    assertTrue(Labels.isLeftOver(Labels.kept("r", NOW).asMap(), LATER));
  }

  @Test
  void shouldLeaveWhatItDoesNotUnderstand() {
    assertFalse(Labels.isLeftOver(Map.of(Labels.RUN, "r"), NOW));
  }
}
