package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrivyReaderTest {
  private static final Map<String, String> HOME = Map.of("HOME", "/home/x");

  private static TrivyRequest read(Map<String, List<String>> values, Map<String, String> variables)
      throws UseCaseException {
    return new TrivyReader(values, Parameter::option).request(variables);
  }

  @Test
  void shouldLookWhereTrivyDoes() throws UseCaseException {
    assertEquals(Path.of("/home/x/.cache/trivy"), read(Map.of(), HOME).cache());
    Map<String, String> caches = Map.of("HOME", "/home/x", "XDG_CACHE_HOME", "/caches");
    assertEquals(Path.of("/caches/trivy"), read(Map.of(), caches).cache());
    Map<String, String> own = Map.of("XDG_CACHE_HOME", "/caches", "TRIVY_CACHE_DIR", "/own");
    assertEquals(Path.of("/own"), read(Map.of(), own).cache());
    assertEquals(Path.of("/given"), read(Map.of("cacheDir", List.of("/given")), own).cache());
  }

  @Test
  void shouldHaveTrivysSourcesAndAWeekOfPatience() throws UseCaseException {
    TrivyRequest request = read(Map.of(), HOME);
    assertEquals(Duration.ofDays(7), request.maxAge());
    assertEquals(1, request.databases().size());
    assertEquals(
        List.of(
            "mirror.gcr.io/aquasec/trivy-db:2",
            "ghcr.io/aquasecurity/trivy-db:2",
            "public.ecr.aws/aquasecurity/trivy-db:2"),
        request.databases().get(0).sources().stream().map(Source::toString).toList());
    assertEquals(
        List.of("TRIVY_CACHE_DIR=/home/x/.cache/trivy", "TRIVY_SKIP_DB_UPDATE=true"),
        Variables.of(request));
  }

  @Test
  void shouldGiveEachDatabaseItsOwnSources() throws UseCaseException {
    TrivyRequest request =
        read(
            Map.of(
                "sources",
                List.of("http://a:80/b:1", "java=c.d/e:2"),
                "mirrorTo",
                List.of("java=m.n/o:3"),
                "javaDb",
                List.of()),
            HOME);
    TrivyRequest.Wanted first = request.databases().get(0);
    assertTrue(first.sources().get(0).host().plainHttp());
    assertEquals(Optional.empty(), first.mirror());
    TrivyRequest.Wanted java = request.databases().get(1);
    assertEquals("m.n/o:3", java.mirror().orElseThrow().toString());
    assertTrue(
        Variables.of(request).contains("TRIVY_JAVA_DB_REPOSITORY=m.n/o:3,c.d/e:2"),
        Variables.of(request).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "sources, java=a.b/c:1",
    "sources, wrong=a.b/c:1",
    "sources, a.b/C:1",
    "mirrorTo, checks=a.b/c:1",
    "maxAge, soon",
    "envFile, /no/such/folder/file",
    "exportTo, /no/such/folder/file",
    "importFrom, /no/such/file",
    "importFrom, /",
    "view, /dev/null/view",
    "view, /home/x/.cache/trivy"
  })
  void shouldRefuseInOneSentence(String parameter, String value) {
    UseCaseException refused =
        assertThrows(UseCaseException.class, () -> read(Map.of(parameter, List.of(value)), HOME));
    assertTrue(refused.getMessage().startsWith("--"), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "exportTo, /tmp/file, view, /tmp/view",
    "exportTo, /tmp/file, envFile, /tmp/env",
    "exportTo, /tmp/file, importFrom, /tmp/other",
    "importFrom, /tmp/other, sources, a.b/c:2"
  })
  void shouldRefuseWhatMakesNoSenseTogether(
      String one, String value, String other, String itsValue) {
    Map<String, List<String>> both = Map.of(one, List.of(value), other, List.of(itsValue));
    UseCaseException refused = assertThrows(UseCaseException.class, () -> read(both, HOME));
    assertTrue(refused.getMessage().contains("leave out --"), refused.getMessage());
  }

  @Test
  void shouldMirrorOnlyToATag() {
    String digest = "a.b/c@sha256:" + "1".repeat(64);
    assertThrows(UseCaseException.class, () -> read(Map.of("mirrorTo", List.of(digest)), HOME));
  }
}
