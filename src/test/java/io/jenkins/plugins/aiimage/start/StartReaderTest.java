package io.jenkins.plugins.aiimage.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.start.compose.Service;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartReaderTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    Files.writeString(
        folder.resolve("compose.yml"),
        """
        services:
          api: {image: a, depends_on: [db]}
          db: {image: b}
          load: {image: c, profiles: [load], depends_on: [api]}
        """);
  }

  private StartRequest read(Map<String, List<String>> values) throws UseCaseException {
    return new StartReader(values, folder, Parameter::name).request(Map.of());
  }

  private static List<String> names(StartRequest request) {
    return request.plan().services().stream().map(Service::name).toList();
  }

  @Test
  void shouldTakeTheFileThatIsThereAndWhatHasNoProfile() throws UseCaseException {
    StartRequest request = read(Map.of());

    assertEquals("compose.yml", request.file());
    assertEquals(List.of("db", "api"), names(request));
    assertEquals(Optional.empty(), request.keep());
    assertEquals("ai-image-" + request.run() + "-db", request.container("db"));
  }

  @Test
  void shouldTakeWhatIsNamed() throws UseCaseException {
    assertEquals(List.of("db"), names(read(Map.of("services", List.of("db")))));
    assertEquals(List.of("db", "api", "load"), names(read(Map.of("profiles", List.of("load")))));
    StartRequest kept = read(Map.of("run", List.of("r-1"), "keep", List.of("2h")));
    assertEquals("ai-image-r-1", kept.network());
    assertEquals(Optional.of(Duration.ofHours(2)), kept.keep());
  }

  @Test
  void shouldTakeAServiceForATestOrACommandInOne() throws UseCaseException {
    StartRequest request = read(Map.of("tests", List.of("load", "db: echo a:b")));

    assertEquals(List.of("db", "api"), names(request));
    assertEquals(List.of("load"), request.plan().tests().stream().map(Service::name).toList());
    assertEquals(Optional.of("echo a:b"), request.tests().get(1).command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file | no.yaml | no.yaml is no file",
        "services | web | there is no service \"web\"; there are api, db, load",
        "tests | web:true | \"web:true\" is not of the form",
        "tests | db: | is not of the form",
        "pull | often | is none of missing, never, always",
        "run | ../x | is not made of letters",
        "keep | 30d | write 7d at most",
        "startTimeout | soon | soon",
      })
  void shouldNameWhatCannotBeRight(String parameter, String value, String message) {
    UseCaseException refused =
        assertThrows(UseCaseException.class, () -> read(Map.of(parameter, List.of(value.strip()))));

    assertEquals(Problem.INPUT, refused.problem());
    assertTrue(refused.getMessage().startsWith(parameter + ": "), refused.getMessage());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void shouldNameFileAndLine() throws IOException {
    Path file = folder.resolve("compose.yaml");
    Files.writeString(file, "services:\n  a:\n    image: x\n    privileged: true\n");

    String message = assertThrows(UseCaseException.class, () -> read(Map.of())).getMessage();

    assertTrue(message.startsWith(file + ":4: services.a.privileged is not supported"), message);
  }

  @Test
  void shouldStopOnlyWhatARunCanBeCalled() {
    assertThrows(
        UseCaseException.class,
        () ->
            new StopReader(Map.of("run", List.of("a b")), Parameter::name)
                .read(
                    new Machine(Map.of(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "test")));
  }
}
