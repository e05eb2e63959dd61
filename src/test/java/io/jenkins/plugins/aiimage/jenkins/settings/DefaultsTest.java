package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
  private static final Map<String, List<String>> LIMITS =
      Map.of(
          "builder", List.of("docker"),
          "timeout", List.of("20m"),
          "stallTimeout", List.of("5m"),
          "totalTimeout", List.of("3h"),
          "retries", List.of("2"),
          "verbose", List.of());
  private static final RegistryChoice TEAM = new RegistryChoice("reg.example", "login", "team/ai");
  private static final Defaults DEFAULTS = new Defaults(TEAM, LIMITS);
  private static final Defaults NOTHING = new Defaults(RegistryChoice.NONE, Map.of());

  @Test
  void shouldFillInAllThatTheStepLeavesOpen() {
    Map<String, List<String>> all = DEFAULTS.complete(Map.of());

    LIMITS.forEach((name, values) -> assertEquals(values, all.get(name), name));
    assertEquals(List.of("reg.example"), all.get("registry"));
    assertEquals(List.of("login"), all.get(Defaults.CREDENTIALS));
    assertEquals(List.of("team/ai/ai-security-processor"), all.get("image"));
    assertEquals(LIMITS.size() + 3, all.size());
  }

  @Test
  void shouldKeepWhatTheStepSays() {
    Map<String, List<String>> given =
        Map.of(
            "timeout", List.of("90s"),
            "tags", List.of("a", "b"),
            "force", List.of(),
            "image", List.of("team/ai/x"),
            "credentialsId", List.of("mine"));

    Map<String, List<String>> all = DEFAULTS.complete(given);

    given.forEach((name, values) -> assertEquals(values, all.get(name), name));
    assertEquals(List.of("reg.example"), all.get("registry"));
  }

  @Test
  void shouldCountBlankAsNotGiven() {
    Map<String, List<String>> all =
        DEFAULTS.complete(
            Map.of("timeout", List.of(" "), "registry", List.of(""), "image", List.of("")));

    assertEquals(List.of("20m"), all.get("timeout"));
    assertEquals(List.of("reg.example"), all.get("registry"));
    assertEquals(List.of("team/ai/ai-security-processor"), all.get("image"));
  }

  @Test
  void shouldAddOnlyTheImageWhereNothingIsSet() {
    assertEquals(Map.of("image", List.of("ai-security-processor")), NOTHING.complete(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "reg.example, reg.example, true",
    "reg.example, REG.example, true",
    "reg.example, https://reg.example, true",
    "reg.example, http://reg.example, false",
    "http://reg.example, reg.example, true",
    "reg.example, reg.example:5000, false",
    "reg.example, other.example, false",
    "reg.example, reg.example.evil.example, false",
    "docker.io, index.docker.io, true",
    "reg.example, no registry, false",
    "'', other.example, false",
  })
  void shouldSendCredentialsOnlyToTheRegistryTheyWereSetBeside(
      String set, String named, boolean sent) {
    Defaults defaults = new Defaults(new RegistryChoice(set, "login", ""), Map.of());

    Map<String, List<String>> all = defaults.complete(Map.of("registry", List.of(named)));

    assertEquals(List.of(named), all.get("registry"));
    assertEquals(sent, all.containsKey(Defaults.CREDENTIALS));
  }

  @Test
  void shouldNotPutThePrefixOfOneRegistryBeforeTheImagesOfAnother() {
    Map<String, List<String>> given =
        Map.of("registry", List.of("docker.io"), "image", List.of("me/x"));

    assertEquals(List.of("me/x"), DEFAULTS.complete(given).get("image"));
    Defaults everywhere = new Defaults(new RegistryChoice("", "", "ai/"), Map.of());
    assertEquals(List.of("ai/me/x"), everywhere.complete(given).get("image"));
  }

  @Test
  void shouldNameNoCredentialsWithoutARegistry() {
    Defaults defaults = new Defaults(new RegistryChoice("", "login", ""), Map.of());

    assertFalse(defaults.complete(Map.of()).containsKey(Defaults.CREDENTIALS));
  }

  @ParameterizedTest
  @CsvSource({
    "https://index.docker.io/v1/, docker.io",
    "https://reg.example:5000, reg.example:5000",
    "https://reg.example:5000/v2/, reg.example:5000",
    "http://reg.example:5000/, http://reg.example:5000",
    "https://user:word@reg.example, reg.example",
    "reg.example/, reg.example",
    "https://not a host, not a host",
  })
  void shouldTakeTheRegistryOfTheBlockAround(String url, String registry) {
    Map<String, List<String>> all = NOTHING.complete(Map.of(), Map.of("DOCKER_REGISTRY_URL", url));

    assertEquals(List.of(registry), all.get("registry"));
  }

  @Test
  void shouldPreferStepThenBlockThenSettings() {
    Map<String, String> block = Map.of("DOCKER_REGISTRY_URL", "https://block.example");
    Map<String, List<String>> given = Map.of("registry", List.of("step.example"));

    assertEquals(List.of("step.example"), DEFAULTS.complete(given, block).get("registry"));
    assertEquals(List.of("block.example"), DEFAULTS.complete(Map.of(), block).get("registry"));
    assertFalse(DEFAULTS.complete(Map.of(), block).containsKey(Defaults.CREDENTIALS));
    assertEquals(
        List.of("reg.example"),
        DEFAULTS.complete(Map.of(), Map.of("DOCKER_REGISTRY_URL", "")).get("registry"));
  }

  @Test
  void shouldLeaveTheLoginOfTheBlockAlone() {
    Map<String, String> block = Map.of("DOCKER_REGISTRY_URL", "https://reg.example");
    Map<String, String> withLogin =
        Map.of("DOCKER_REGISTRY_URL", "https://reg.example", "DOCKER_CONFIG", "/ws@tmp/1");

    assertTrue(DEFAULTS.complete(Map.of(), block).containsKey(Defaults.CREDENTIALS));
    assertFalse(DEFAULTS.complete(Map.of(), withLogin).containsKey(Defaults.CREDENTIALS));
    assertTrue(
        DEFAULTS
            .complete(Map.of("registry", List.of("reg.example")), withLogin)
            .containsKey(Defaults.CREDENTIALS));
  }

  @Test
  void shouldUseOnlyNamesThatTheProgramKnows() {
    Set<String> known = new HashSet<>(Set.of(Defaults.CREDENTIALS));
    Parameters.joined(Parameters.PREPARE, Parameters.OUTPUT).stream()
        .map(Parameter::name)
        .forEach(known::add);

    assertTrue(known.containsAll(DEFAULTS.complete(Map.of()).keySet()));
  }
}
