package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the step asks in the agent's JVM, on a real engine and registry. */
class PrepareTaskIT {
  @TempDir private Path folder;
  private final PrepareTask task = new PrepareTask();
  private final Map<String, List<String>> given = new HashMap<>();
  private final ReportFold report = new ReportFold();
  private Lab lab;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    Lab.context(folder.resolve("ws"), Map.of("Dockerfile", "FROM scratch\nCOPY busybox /\n"));
    given.put("image", List.of(Lab.newImage()));
    given.put("registry", List.of(lab.registry()));
  }

  private Answer ask() throws UseCaseException {
    Machine machine =
        new Machine(lab.environment(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    return task.useCase(given, folder.resolve("ws"), machine)
        .answer(new EventLog(Clock.systemUTC(), List.of(report)));
  }

  private void build() {
    Lab.Said said =
        lab.aiImage(
            "prepare",
            "--context=" + folder.resolve("ws"),
            "--image=" + given.get("image").get(0),
            "--registry=" + lab.registry());
    assertEquals(0, said.exitCode(), said.out() + said.err());
  }

  @Test
  void shouldNameTheWorkAndChangeNothingWhereTheImageIsMissing() throws Exception {
    Answer.Work first = assertInstanceOf(Answer.Work.class, ask());
    Answer.Work second = assertInstanceOf(Answer.Work.class, ask());

    assertEquals(first, second);
    assertEquals(lab.registry() + "/" + given.get("image").get(0), first.repository());
    assertTrue(first.shared());
  }

  @Test
  void shouldAnswerAHitAndSetTheTagsAskedFor() throws Exception {
    build();
    given.put("tags", List.of("v1", "v2"));

    assertEquals(new Answer.Done(Optional.empty()), ask());

    Map<?, ?> result = task.result(report.report());
    assertEquals("HIT", result.get("cache"));
    assertEquals(lab.registry() + "/" + given.get("image").get(0) + ":v1", result.get("image"));
    assertEquals(true, result.get("published"));
  }

  @Test
  void shouldLeaveToAProcessWhatTakesLongEvenIfTheImageIsThere() throws Exception {
    build();

    given.put("force", List.of());
    assertInstanceOf(Answer.Work.class, ask());

    given.remove("force");
    given.put("pull", List.of("missing"));
    assertInstanceOf(Answer.Work.class, ask());
  }

  @Test
  void shouldOnlyLookWhereThatIsAsked() throws Exception {
    given.put("dryRun", List.of());

    assertEquals(new Answer.Done(Optional.empty()), ask());

    Map<String, Object> result = task.result(report.report());
    assertEquals("BUILT", result.get("cache"));
    assertEquals(List.of("BUILT"), phaseResults(result));
    given.remove("dryRun");
    assertInstanceOf(Answer.Work.class, ask());
  }

  @Test
  void shouldNotShareWhatIsInAnEngineOnly() throws Exception {
    given.remove("registry");

    assertEquals(false, assertInstanceOf(Answer.Work.class, ask()).shared());
  }

  @Test
  void shouldNameTheParameterThatIsWrongAsTheStepKnowsIt() {
    given.put("stallTimeout", List.of("soon"));

    UseCaseException refused = assertThrows(UseCaseException.class, this::ask);

    assertTrue(refused.getMessage().startsWith("stallTimeout: "), refused.getMessage());
  }

  @Test
  void shouldStopAfterAPhaseByTheNameThatADryRunTold() throws Exception {
    given.put("dryRun", List.of());
    assertEquals(new Answer.Done(Optional.empty()), ask());
    Map<?, ?> phase = (Map<?, ?>) ((List<?>) task.result(report.report()).get("phases")).get(0);

    given.remove("dryRun");
    given.put("until", List.of((String) phase.get("name")));
    Answer.Work part = assertInstanceOf(Answer.Work.class, ask());
    given.remove("until");
    assertNotEquals(part, assertInstanceOf(Answer.Work.class, ask()));
  }

  private static List<?> phaseResults(Map<String, Object> result) {
    return ((List<?>) result.get("phases"))
        .stream().map(phase -> ((Map<?, ?>) phase).get("cache")).toList();
  }
}
