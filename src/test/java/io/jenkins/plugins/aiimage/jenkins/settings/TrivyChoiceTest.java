package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrivyChoiceTest {
  private static TrivyChoice choice(List<String> sources, List<String> mirrors) {
    return new TrivyChoice(RegistryChoice.NONE, sources, mirrors, "");
  }

  @Test
  void shouldSayNothingWhereNothingIsSet() {
    assertEquals(Map.of(), TrivyChoice.NONE.variables());
  }

  @Test
  void shouldTellTrivyOfTheSourcesInTheirOrder() {
    assertEquals(
        Map.of("TRIVY_DB_REPOSITORY", "a.example/db:2,b.example/db:latest"),
        choice(List.of("a.example/db:2", "b.example/db"), List.of()).variables());
  }

  @Test
  void shouldLetTrivyBeginWithTheMirrorAndEndWithItsOwnSources() {
    assertEquals(
        Map.of("TRIVY_DB_REPOSITORY", "m.example/db:2,a.example/db:2"),
        choice(List.of("a.example/db:2"), List.of("http://m.example/db:2")).variables());
    assertEquals(
        "m.example/db:2,mirror.gcr.io/aquasec/trivy-db:2,ghcr.io/aquasecurity/trivy-db:2,"
            + "public.ecr.aws/aquasecurity/trivy-db:2",
        choice(List.of(), List.of("m.example/db:2")).variables().get("TRIVY_DB_REPOSITORY"));
  }

  @Test
  void shouldGiveEachDatabaseItsOwnVariable() {
    assertEquals(
        Map.of(
            "TRIVY_JAVA_DB_REPOSITORY",
            "m.example/java:1,a.example/java:1",
            "TRIVY_CHECKS_BUNDLE_REPOSITORY",
            "m.example/checks:2"),
        choice(
                List.of("java=a.example/java:1", "checks=a.example/checks:2"),
                List.of("java=m.example/java:1", "checks=m.example/checks:2"))
            .variables());
  }

  @Test
  void shouldPassOverWhatTrivyCouldNotReadEither() {
    assertEquals(
        Map.of("TRIVY_DB_REPOSITORY", "a.example/db:2"),
        choice(List.of("A B", "a.example/db:2"), List.of()).variables());
  }
}
