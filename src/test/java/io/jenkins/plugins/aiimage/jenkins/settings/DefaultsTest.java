package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  private static final Defaults DEFAULTS = new Defaults(TEAM, LIMITS, TrivyChoice.NONE);
  private static final Defaults NOTHING =
      new Defaults(RegistryChoice.NONE, Map.of(), TrivyChoice.NONE);

  @Test
  void shouldFillInAllThatTheStepLeavesOpen() {
    Map<String, List<String>> all = DEFAULTS.forPrepare(Map.of(), Map.of());

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

    Map<String, List<String>> all = DEFAULTS.forPrepare(given, Map.of());

    given.forEach((name, values) -> assertEquals(values, all.get(name), name));
    assertEquals(List.of("reg.example"), all.get("registry"));
  }

  @Test
  void shouldCountBlankAsNotGiven() {
    Map<String, List<String>> all =
        DEFAULTS.forPrepare(
            Map.of("timeout", List.of(" "), "registry", List.of(""), "image", List.of("")),
            Map.of());

    assertEquals(List.of("20m"), all.get("timeout"));
    assertEquals(List.of("reg.example"), all.get("registry"));
    assertEquals(List.of("team/ai/ai-security-processor"), all.get("image"));
  }

  @Test
  void shouldAddOnlyTheImageWhereNothingIsSet() {
    assertEquals(
        Map.of("image", List.of("ai-security-processor")), NOTHING.forPrepare(Map.of(), Map.of()));
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
    Defaults defaults =
        new Defaults(new RegistryChoice(set, "login", ""), Map.of(), TrivyChoice.NONE);

    Map<String, List<String>> all =
        defaults.forPrepare(Map.of("registry", List.of(named)), Map.of());

    assertEquals(List.of(named), all.get("registry"));
    assertEquals(sent, all.containsKey(Defaults.CREDENTIALS));
  }

  @Test
  void shouldNotPutThePrefixOfOneRegistryBeforeTheImagesOfAnother() {
    Map<String, List<String>> given =
        Map.of("registry", List.of("docker.io"), "image", List.of("me/x"));

    assertEquals(List.of("me/x"), DEFAULTS.forPrepare(given, Map.of()).get("image"));
    Defaults everywhere =
        new Defaults(new RegistryChoice("", "", "ai/"), Map.of(), TrivyChoice.NONE);
    assertEquals(List.of("ai/me/x"), everywhere.forPrepare(given, Map.of()).get("image"));
  }

  @Test
  void shouldNameNoCredentialsWithoutARegistry() {
    Defaults defaults =
        new Defaults(new RegistryChoice("", "login", ""), Map.of(), TrivyChoice.NONE);

    assertFalse(defaults.forPrepare(Map.of(), Map.of()).containsKey(Defaults.CREDENTIALS));
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
    Map<String, List<String>> all =
        NOTHING.forPrepare(Map.of(), Map.of("DOCKER_REGISTRY_URL", url));

    assertEquals(List.of(registry), all.get("registry"));
  }

  @Test
  void shouldPreferStepThenBlockThenSettings() {
    Map<String, String> block = Map.of("DOCKER_REGISTRY_URL", "https://block.example");
    Map<String, List<String>> given = Map.of("registry", List.of("step.example"));

    assertEquals(List.of("step.example"), DEFAULTS.forPrepare(given, block).get("registry"));
    assertEquals(List.of("block.example"), DEFAULTS.forPrepare(Map.of(), block).get("registry"));
    assertFalse(DEFAULTS.forPrepare(Map.of(), block).containsKey(Defaults.CREDENTIALS));
    assertEquals(
        List.of("reg.example"),
        DEFAULTS.forPrepare(Map.of(), Map.of("DOCKER_REGISTRY_URL", "")).get("registry"));
  }

  @Test
  void shouldLeaveTheLoginOfTheBlockAlone() {
    Map<String, String> block = Map.of("DOCKER_REGISTRY_URL", "https://reg.example");
    Map<String, String> withLogin =
        Map.of("DOCKER_REGISTRY_URL", "https://reg.example", "DOCKER_CONFIG", "/ws@tmp/1");

    assertTrue(DEFAULTS.forPrepare(Map.of(), block).containsKey(Defaults.CREDENTIALS));
    assertFalse(DEFAULTS.forPrepare(Map.of(), withLogin).containsKey(Defaults.CREDENTIALS));
    assertTrue(
        DEFAULTS
            .forPrepare(Map.of("registry", List.of("reg.example")), withLogin)
            .containsKey(Defaults.CREDENTIALS));
  }

  @Test
  void shouldUseOnlyNamesThatTheProgramKnows() {
    Set<String> known = new HashSet<>(Set.of(Defaults.CREDENTIALS));
    Parameters.joined(Parameters.PREPARE, Parameters.OUTPUT).stream()
        .map(Parameter::name)
        .forEach(known::add);

    assertTrue(known.containsAll(DEFAULTS.forPrepare(Map.of(), Map.of()).keySet()));
  }

  private static Map<String, List<String>> pushed(String... images) {
    return DEFAULTS.forPush(Map.of("image", List.of(images)), Map.of());
  }

  @Test
  void shouldPushToTheRegistryOfTheSettingsUnderTheirPrefix() {
    Map<String, List<String>> all = pushed("ai-security-processor", "sha256:0123456789ab");

    assertEquals(List.of("reg.example"), all.get("registry"));
    assertEquals(List.of("login"), all.get(Defaults.CREDENTIALS));
    assertEquals(List.of("team/ai"), all.get("prefix"));
    assertEquals(List.of("ai-security-processor", "sha256:0123456789ab"), all.get("image"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reg.example/team/ai/x:1", "reg.example/team/ai/x@sha256:DIGEST"})
  void shouldKnowTheSettingsRegistryInANameAgain(String image) {
    Defaults plain =
        new Defaults(
            new RegistryChoice("http://reg.example", "login", ""), LIMITS, TrivyChoice.NONE);
    String name = image.replace("DIGEST", "0".repeat(64));

    for (String source : List.of("image", "from")) {
      Map<String, List<String>> all = plain.forPush(Map.of(source, List.of(name)), Map.of());

      assertEquals(List.of("http://reg.example"), all.get("registry"));
      assertEquals(List.of("login"), all.get(Defaults.CREDENTIALS));
      assertEquals(List.of(name), all.get(source));
    }
  }

  @Test
  void shouldSendAnImageNamedWithItsRegistryThereAndNowhereElse() {
    Map<String, List<String>> all = pushed("localhost:5000/x:1");

    assertEquals(List.of("localhost:5000"), all.get("registry"));
    assertFalse(all.containsKey(Defaults.CREDENTIALS));
    assertFalse(all.containsKey("prefix"));
  }

  @Test
  void shouldNotGuessTheRegistryOfImagesThatDisagree() {
    assertFalse(pushed("x", "other.example/y").containsKey("registry"));
    assertFalse(pushed("a.example/x", "b.example/y").containsKey(Defaults.CREDENTIALS));
  }

  @Test
  void shouldPushToTheRegistriesThatTheStepNames() {
    Map<String, List<String>> all =
        DEFAULTS.forPush(
            Map.of(
                "from", List.of("other.example/x:1"),
                "registry", List.of("reg.example", "third.example")),
            Map.of());

    assertEquals(List.of("reg.example", "third.example"), all.get("registry"));
    assertEquals(List.of("login"), all.get(Defaults.CREDENTIALS));
    assertEquals(List.of("team/ai"), all.get("prefix"));
  }

  @Test
  void shouldPreferTheRegistryInANameToTheBlockAround() {
    Map<String, String> block =
        Map.of("DOCKER_REGISTRY_URL", "https://block.example", "DOCKER_CONFIG", "/ws@tmp/1");

    Map<String, List<String>> own =
        DEFAULTS.forPush(Map.of("image", List.of("reg.example/x:1")), block);
    assertEquals(List.of("reg.example"), own.get("registry"));
    assertEquals(List.of("login"), own.get(Defaults.CREDENTIALS));
    for (String image : List.of("x:1", "block.example/x:1")) {
      Map<String, List<String>> blocks = DEFAULTS.forPush(Map.of("image", List.of(image)), block);
      assertEquals(List.of("block.example"), blocks.get("registry"));
      assertFalse(blocks.containsKey(Defaults.CREDENTIALS));
    }
  }

  @Test
  void shouldCleanOnlyARegistryThatIsNamed() {
    Map<String, List<String>> image = Map.of("image", List.of("x"));
    Map<String, List<String>> engine = DEFAULTS.forClean(image);

    assertFalse(engine.containsKey("registry"));
    assertFalse(engine.containsKey(Defaults.CREDENTIALS));
    assertEquals(List.of("team/ai/x"), engine.get("image"));
    Map<String, List<String>> registry =
        DEFAULTS.forClean(Map.of("image", List.of("x"), "registry", List.of("reg.example")));
    assertEquals(List.of("login"), registry.get(Defaults.CREDENTIALS));
    assertEquals(List.of("team/ai/x"), registry.get("image"));
    assertFalse(DEFAULTS.forClean(Map.of()).containsKey("image"));
  }

  @Test
  void shouldPutInOnlyWhatTheCommandKnows() {
    Map<String, List<String>> limits = new HashMap<>(LIMITS);
    limits.put("mirrors", List.of("A=1"));
    Defaults defaults = new Defaults(TEAM, limits, TrivyChoice.NONE);

    Set<String> push = new HashSet<>(pushed("x").keySet());
    push.removeAll(names(Parameters.PUSH));
    assertEquals(Set.of("prefix", "verbose", Defaults.CREDENTIALS), push);
    assertEquals(
        pushed("x"), defaults.forPush(Map.of("image", List.of("x")), Map.of()), "no mirrors");
    Set<String> clean = new HashSet<>(defaults.forClean(Map.of()).keySet());
    clean.removeAll(names(Parameters.CLEAN));
    assertEquals(Set.of("verbose"), clean);
  }

  private static Set<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
  }
}
