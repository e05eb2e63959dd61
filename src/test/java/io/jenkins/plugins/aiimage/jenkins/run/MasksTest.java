package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {
  private final Masks masks = new Masks(List.of("geheim", "geheimnis", " "));

  @Test
  void shouldHideEverySecretWhereverItStands() {
    assertEquals("a ****, b=****", masks.in("a geheim, b=geheim"));
  }

  @Test
  void shouldHideTheLongerOfTwoSecretsAsAWhole() {
    assertEquals("****", masks.in("geheimnis"));
  }

  @Test
  void shouldLeaveTextWithoutSecretsAlone() {
    assertEquals("gehe im ", masks.in("gehe im "));
  }

  @Test
  void shouldKnowHowMuchOfAnEndCouldBeginASecret() {
    assertEquals(new Masks.Masked("nichts", ""), masks.inBeginning("nichts"));
    assertEquals(new Masks.Masked("nun: ", "gehe"), masks.inBeginning("nun: gehe"));
    assertEquals(new Masks.Masked("**** ", "geheimni"), masks.inBeginning("geheim geheimni"));
    assertEquals(new Masks.Masked("", "geheim"), masks.inBeginning("geheim"));
  }
}
