package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepParametersTest {
  private final PrepareAiProcessorImageStep step = new PrepareAiProcessorImageStep();

  @Test
  void shouldHaveNothingThatWasNotGiven() {
    assertNull(step.getImage());
    assertNull(step.getTags());
    assertNull(step.getRetries());
    assertTrue(step.isPush());
    assertFalse(step.isForce());
  }

  @Test
  void shouldGiveBackWhatItWasGiven() {
    step.setImage("x");
    step.setTags(List.of("a", "b"));
    step.setRetries(3);
    step.setPush(false);
    step.setForce(true);

    assertEquals("x", step.getImage());
    assertEquals(List.of("a", "b"), step.getTags());
    assertEquals(3, step.getRetries());
    assertFalse(step.isPush());
    assertTrue(step.isForce());
    assertEquals("a\nb", step.lines("tags"));
  }

  @Test
  void shouldTakeWhatAFormLeavesBlankAsNotGiven() {
    step.setImage(" ");
    step.setTags(List.of());
    step.setRetries(null);

    assertNull(step.getImage());
    assertNull(step.getTags());
    assertNull(step.getRetries());
  }

  @Test
  void shouldHoldItsParametersAsTheProgramReadsThem() {
    StepParameters parameters = new StepParameters();
    parameters.one("image", "x");
    parameters.many("tags", List.of("a", "b"));
    parameters.flag("force", true);

    assertEquals(
        Map.of("image", List.of("x"), "tags", List.of("a", "b"), "force", List.of()),
        parameters.asMap());
  }
}
