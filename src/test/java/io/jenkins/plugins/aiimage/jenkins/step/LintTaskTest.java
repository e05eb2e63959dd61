package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTaskTest {
  private static final String BAD = "FROM a:1\nRUN pip install torch>=2 || true\nUSER 1\n";

  @TempDir private Path workspace;
  private final ReportFold fold = new ReportFold();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(workspace.resolve("Dockerfile"), BAD);
  }

  private Answer ask(Map<String, List<String>> given) throws UseCaseException {
    Machine machine = new Machine(Map.of(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    Map<String, List<String>> all = new HashMap<>(given);
    all.put("tools", List.of("none"));
    return new LintTask()
        .useCase(all, workspace, machine)
        .answer(new EventLog(Clock.systemUTC(), List.of(fold)));
  }

  @Test
  void shouldReturnWhatWasFoundInTheFileOfTheWorkspace() throws Exception {
    assertEquals(new Answer.Done(Optional.empty()), ask(Map.of("failOn", List.of("never"))));

    Map<String, Object> result = new LintTask().result(fold.report());
    assertEquals(List.of("Dockerfile"), result.get("files"));
    assertEquals(2, result.get("errors"));
    assertEquals(List.of(), result.get("fixes"));
    List<?> findings = assertInstanceOf(List.class, result.get("findings"));
    Map<?, ?> bound =
        findings.stream()
            .map(found -> assertInstanceOf(Map.class, found))
            .filter(found -> found.get("rule").equals("AI004"))
            .findFirst()
            .orElseThrow();
    assertEquals("ERROR", bound.get("severity"));
    assertEquals(2, bound.get("line"));
    assertEquals(true, bound.get("fixable"));
    assertEquals(BAD, Files.readString(workspace.resolve("Dockerfile")));
  }

  @Test
  void shouldFailAsTheCommandDoesAndWriteTheFileAllTheSame() throws Exception {
    Answer answer =
        ask(Map.of("format", List.of("sarif"), "output", List.of("lint.sarif"), "fix", List.of()));
    Answer again = ask(Map.of("failOn", List.of("info")));

    assertEquals(new Answer.Done(Optional.empty()), answer);
    assertEquals(new Answer.Done(Optional.of(Problem.FINDINGS)), again);
    assertTrue(
        JsonParser.parseString(Files.readString(workspace.resolve("lint.sarif")))
            .getAsJsonObject()
            .has("runs"));
    assertFalse(Files.readString(workspace.resolve("Dockerfile")).contains("|| true"));
  }

  @ParameterizedTest
  @CsvSource({
    "failOn, bad",
    "format, xml",
    "format, sarif",
    "output, none/lint.sarif",
    "context, none",
  })
  void shouldNameTheParameterThatIsWrongAsTheStepKnowsIt(String parameter, String value) {
    UseCaseException refused =
        assertThrows(UseCaseException.class, () -> ask(Map.of(parameter, List.of(value))));

    assertTrue(refused.getMessage().startsWith(parameter + ": "), refused.getMessage());
  }
}
