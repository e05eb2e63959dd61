package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RegistryChoiceTest {
  private static final RegistryChoice ADMIN = new RegistryChoice("a.example", "a-login", "all");

  @Test
  void shouldTakeEachFieldFromTheNearestPlace() {
    assertEquals(
        new RegistryChoice("a.example", "mine", "all"),
        new RegistryChoice("", "mine", "").over(ADMIN));
    assertEquals(
        new RegistryChoice("a.example", "a-login", "mine"),
        new RegistryChoice("", "", "mine").over(ADMIN));
    assertEquals(ADMIN, RegistryChoice.NONE.over(ADMIN));
    assertEquals(ADMIN, ADMIN.over(RegistryChoice.NONE));
  }

  @Test
  void shouldLeaveCredentialsAndPrefixBehindAtAnotherRegistry() {
    assertEquals(
        new RegistryChoice("b.example", "", ""),
        new RegistryChoice("b.example", "", "").over(ADMIN));
  }

  @Test
  void shouldKeepCredentialsWhereTheSameRegistryIsNamedAgain() {
    assertEquals(
        new RegistryChoice("https://a.example", "a-login", "all"),
        new RegistryChoice("https://a.example", "", "").over(ADMIN));
  }

  @Test
  void shouldNotGetCredentialsBackThroughAFolderBetween() {
    RegistryChoice between = new RegistryChoice("b.example", "", "").over(ADMIN);

    assertEquals(
        new RegistryChoice("a.example", "", ""),
        new RegistryChoice("a.example", "", "").over(between));
  }

  @Test
  void shouldReadBlankAndMissingAlike() {
    assertTrue(RegistryChoice.ofNullable(null, " ", "/").isBlank());
    assertEquals("team/ai", RegistryChoice.ofNullable("", "", " team/ai// ").repositoryPrefix());
  }

  /** Each place names credentials after its own registry, so that a leak shows. */
  @Property
  void shouldNeverPairCredentialsWithARegistryTheyWereNotSetFor(
      @ForAll("places") List<RegistryChoice> outermostFirst) {
    RegistryChoice seen = RegistryChoice.NONE;
    for (RegistryChoice place : outermostFirst) {
      seen = place.over(seen);
    }
    assertTrue(
        seen.credentialsId().isEmpty() || seen.credentialsId().equals("for-" + seen.registry()),
        seen::toString);
  }

  @Provide
  Arbitrary<List<RegistryChoice>> places() {
    Arbitrary<String> registries = Arbitraries.of("", "a.example", "b.example", "c.example:5000");
    return Combinators.combine(registries, Arbitraries.of(true, false))
        .as(
            (registry, login) ->
                new RegistryChoice(
                    registry, login && !registry.isEmpty() ? "for-" + registry : "", ""))
        .list()
        .ofMaxSize(5);
  }
}
