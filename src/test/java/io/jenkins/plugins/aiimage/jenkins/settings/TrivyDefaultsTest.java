package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.trivy.TrivyReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step that provides Trivy's databases gets where it does not say. */
class TrivyDefaultsTest {
  private static final RegistryChoice PAGE = new RegistryChoice("reg.example", "robot", "team");

  private static Defaults page(List<String> sources, List<String> mirrors) {
    return new Defaults(
        PAGE,
        Map.of("timeout", List.of("20m"), "verbose", List.of()),
        new TrivyChoice(PAGE, sources, mirrors, "36h"));
  }

  private static Map<String, List<String>> trivy(Defaults defaults, String... given) {
    Map<String, List<String>> values = new HashMap<>();
    for (String word : given) {
      int space = word.indexOf(' ');
      values.put(
          space < 0 ? word : word.substring(0, space),
          space < 0 ? List.of() : List.of(word.substring(space + 1).split(" ", -1)));
    }
    return defaults.forTrivy(values, Map.of());
  }

  private static String login(Map<String, List<String>> all) {
    return all.containsKey(Defaults.CREDENTIALS)
        ? all.get(Defaults.CREDENTIALS).get(0)
            + " for "
            + all.get(Defaults.CREDENTIALS_REGISTRY).get(0)
        : "nobody";
  }

  @Test
  void shouldAddNothingWhereNothingIsSet() {
    Defaults nothing = new Defaults(RegistryChoice.NONE, Map.of(), TrivyChoice.NONE);

    assertEquals(Map.of(), trivy(nothing));
  }

  @Test
  void shouldFillInWhatTheStepLeavesOpenAndNothingThatTheProgramDoesNotKnow() {
    assertEquals(
        Map.of(
            "sources", List.of("a.example/db:2"),
            "mirrorTo", List.of("m.example/db:2"),
            "maxAge", List.of("36h")),
        trivy(page(List.of("a.example/db:2"), List.of("m.example/db:2"))));
  }

  @Test
  void shouldLeaveSourcesOutWhereTheStepTakesAFile() {
    assertEquals(
        Map.of(
            "importFrom", List.of("trivy.tar"),
            "mirrorTo", List.of("m.example/db:2"),
            "maxAge", List.of("36h")),
        trivy(page(List.of("a.example/db:2"), List.of("m.example/db:2")), "importFrom trivy.tar"));
  }

  @Test
  void shouldKeepWhatTheStepSaysAndCountBlankAsNotGiven() {
    Defaults page = page(List.of("a.example/db:2"), List.of("m.example/db:2"));

    Map<String, List<String>> all = trivy(page, "sources x.example/db:2", "maxAge 1h");
    assertEquals(List.of("x.example/db:2"), all.get("sources"));
    assertEquals(List.of("m.example/db:2"), all.get("mirrorTo"));
    assertEquals(List.of("1h"), all.get("maxAge"));
    assertEquals(List.of("a.example/db:2"), trivy(page, "sources ", "maxAge ").get("sources"));
  }

  @Test
  void shouldFillInEachDatabaseThatIsAskedForByItself() {
    Defaults page =
        page(
            List.of("a.example/db:2", "java=a.example/java:1", "checks=a.example/checks:2"),
            List.of("java=m.example/java:1"));

    assertEquals(List.of("a.example/db:2"), trivy(page).get("sources"));
    assertNull(trivy(page).get("mirrorTo"));
    Map<String, List<String>> java = trivy(page, "javaDb", "sources x.example/db:2");
    assertEquals(List.of("x.example/db:2", "java=a.example/java:1"), java.get("sources"));
    assertEquals(List.of("java=m.example/java:1"), java.get("mirrorTo"));
  }

  @ParameterizedTest
  @CsvSource({
    "reg.example/db:2, '', robot for https://reg.example",
    "'', reg.example/db:2, robot for https://reg.example",
    "other.example/db:2, reg.example/db:2, robot for https://reg.example",
    "other.example/db:2, '', nobody",
    "http://reg.example/db:2, '', nobody",
    "reg.example:5000/db:2, '', nobody",
    "reg.example.evil.example/db:2, '', nobody",
    "'', '', nobody",
  })
  void shouldSendTheSettingsCredentialsToTheirRegistryOnly(
      String source, String mirror, String expected) {
    Map<String, List<String>> all = trivy(page(Lines.of(source), Lines.of(mirror)));

    assertEquals(expected, login(all));
  }

  @ParameterizedTest
  @CsvSource({
    "sources a.example/db:2, mine for https://a.example",
    "mirrorTo m.example/db:2, mine for https://m.example",
    "mirrorTo http://localhost:5000/db:2, mine for http://localhost:5000",
    "sources aquasec/trivy-db:2, mine for https://docker.io",
  })
  void shouldSendTheStepsCredentialsToTheFirstPlaceThatIsAsked(String given, String expected) {
    Defaults page = page(List.of("reg.example/db:2"), List.of());

    assertEquals(expected, login(trivy(page, "credentialsId mine", given)));
  }

  @Test
  void shouldTakeTheNearestFoldersCredentialsAndThoseOfThePageEachForItsOwnRegistry() {
    RegistryChoice folder = new RegistryChoice("folder.example", "folder", "");
    Defaults defaults =
        new Defaults(
            folder.over(PAGE),
            Map.of(),
            new TrivyChoice(PAGE, List.of("reg.example/db:2"), List.of(), ""));

    assertEquals("robot for https://reg.example", login(trivy(defaults)));
    assertEquals(
        "folder for https://folder.example", login(trivy(defaults, "sources folder.example/db:2")));
  }

  @Test
  void shouldLeaveTheLoginOfTheBlockAlone() {
    Defaults page = page(List.of("reg.example/db:2"), List.of());
    Map<String, String> block =
        Map.of("DOCKER_REGISTRY_URL", "https://reg.example", "DOCKER_CONFIG", "/ws@tmp/1");

    assertEquals("nobody", login(page.forTrivy(Map.of(), block)));
    assertEquals(
        "robot for https://reg.example",
        login(page.forTrivy(Map.of(), Map.of("DOCKER_REGISTRY_URL", "https://reg.example"))));
  }

  @Test
  void shouldSpeakToTheSettingsRegistryAsTheySay() {
    RegistryChoice plain = new RegistryChoice("http://reg.example:5000", "robot", "");
    Defaults defaults =
        new Defaults(
            plain,
            Map.of(),
            new TrivyChoice(
                plain, List.of("java=reg.example:5000/j:1", "a.example/db:2"), List.of(), ""));

    Map<String, List<String>> all = trivy(defaults, "javaDb");
    assertEquals(List.of("java=http://reg.example:5000/j:1", "a.example/db:2"), all.get("sources"));
    assertEquals("robot for http://reg.example:5000", login(all));
    assertEquals(
        List.of("https://reg.example:5000/db:2"),
        trivy(defaults, "sources https://reg.example:5000/db:2").get("sources"));
  }

  @Test
  void shouldLetTheRunSayWhatIsWrongWithAPlace() {
    Map<String, List<String>> all =
        trivy(page(List.of(), List.of()), "credentialsId mine", "sources Not/AName");

    assertEquals("nobody", login(all));
    assertEquals(List.of("Not/AName"), all.get("sources"));
  }

  /** Whatever a form lets pass, a run must take; whatever it refuses, a run must refuse. */
  @ParameterizedTest
  @CsvSource({
    "sources, reg.example/trivy-db:2",
    "sources, http://reg.example:5000/trivy-db",
    "sources, java=reg.example/java:1",
    "sources, checks=reg.example/checks:2",
    "sources, rust=reg.example/x:2",
    "sources, A B",
    "sources, ftp://reg.example/x:2",
    "mirrorTo, reg.example/trivy-db:2",
    "mirrorTo, reg.example/x@sha256:0000000000000000000000000000000000000000000000000000000000000000",
    "mirrorTo, reg.example/X:2",
    "mirrorTo, reg.example/x:2|reg.example/y:2",
    "mirrorTo, reg.example/x:2|java=reg.example/y:2",
  })
  void shouldAgreeWithTheProgram(String parameter, String text) {
    String lines = text.replace('|', '\n');
    Optional<String> problem =
        parameter.equals("sources")
            ? FieldRules.trivySources(lines)
            : FieldRules.trivyMirror(lines);

    assertEquals(refusedByProgram(parameter, lines), problem.isPresent(), problem::toString);
  }

  private static boolean refusedByProgram(String parameter, String lines) {
    Map<String, List<String>> values =
        Map.of(parameter, Lines.of(lines), "javaDb", List.of(), "checks", List.of());
    Machine machine = new Machine(Map.of(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    try {
      new TrivyReader(values, Path.of(""), Parameter::name).read(machine);
      return false;
    } catch (UseCaseException e) {
      return true;
    }
  }
}
