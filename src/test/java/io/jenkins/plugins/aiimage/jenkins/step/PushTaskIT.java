package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
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

/** What the steps that push ask in the agent's JVM, on a real engine and registry. */
class PushTaskIT {
  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private final Map<String, List<String>> given = new HashMap<>();
  private ReportFold report = new ReportFold();
  private Lab lab;

  @BeforeEach
  void buildImage() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    Lab.context(
        folder.resolve("ws"),
        Map.of("Dockerfile", "FROM scratch\nCOPY busybox /\nENV TEST=" + image + "\n"));
    Lab.Said said =
        lab.aiImage(
            "prepare",
            "--context=" + folder.resolve("ws"),
            "--image=" + image,
            "--tag=1.2",
            "--builder=docker");
    assertEquals(0, said.exitCode(), said.out() + said.err());
    given.put("image", List.of(image + ":1.2"));
    given.put("registry", List.of(lab.registry()));
  }

  private UseCase useCase(String source) throws UseCaseException {
    report = new ReportFold();
    Machine machine =
        new Machine(lab.environment(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    return new PushTask(source).useCase(given, folder, machine);
  }

  private EventLog events() {
    return new EventLog(Clock.systemUTC(), List.of(report));
  }

  private Answer ask(String source) throws UseCaseException {
    return useCase(source).answer(events());
  }

  private Map<String, Object> push() throws UseCaseException {
    assertEquals(Optional.empty(), useCase("image").run(events()));
    return new PushTask("image").result(report.report());
  }

  @Test
  void shouldNameTheWorkAndChangeNothingWhereTheImageIsMissing() throws Exception {
    Answer.Work first = assertInstanceOf(Answer.Work.class, ask("image"));
    Answer.Work second = assertInstanceOf(Answer.Work.class, ask("image"));

    assertEquals(first, second);
    assertEquals(lab.registry() + "/" + image, first.repository());
    assertTrue(first.shared());
  }

  @Test
  void shouldTellWhatWasSent() throws Exception {
    Map<String, Object> result = push();

    assertEquals("PUSHED", result.get("cache"));
    assertEquals(lab.registry() + "/" + image + ":1.2", result.get("image"));
    assertEquals(
        lab.registry() + "/" + image + "@" + result.get("digest"), result.get("reference"));
    Map<?, ?> push = (Map<?, ?>) ((List<?>) result.get("pushes")).get(0);
    assertEquals(image + ":1.2", push.get("subject"));
    assertEquals(result.get("digest"), push.get("digest"));
  }

  @Test
  void shouldAnswerAHitAndSetTheTagsAskedFor() throws Exception {
    Object digest = push().get("digest");
    given.put("tags", List.of("v1", "v2"));

    assertEquals(new Answer.Done(Optional.empty()), ask("image"));

    Map<?, ?> result = new PushTask("image").result(report.report());
    assertEquals("HIT", result.get("cache"));
    assertEquals(digest, result.get("digest"));
    assertEquals(lab.registry() + "/" + image + ":v1", result.get("image"));
    assertEquals(List.of(), result.get("pushes"));
  }

  @Test
  void shouldPromoteInOneRegistryWithoutAProcess() throws Exception {
    Object reference = push().get("reference");
    given.clear();
    given.put("from", List.of(reference.toString()));
    given.put("repository", List.of(image + "/prod"));
    given.put("tags", List.of("prod"));

    assertEquals(new Answer.Done(Optional.empty()), ask("from"));

    Map<?, ?> result = new PushTask("from").result(report.report());
    assertEquals(lab.registry() + "/" + image + "/prod:prod", result.get("image"));
    assertEquals("promote", report.report().useCase().orElseThrow());
  }

  @Test
  void shouldOnlyLookWhereThatIsAsked() throws Exception {
    given.put("dryRun", List.of());

    assertEquals(new Answer.Done(Optional.empty()), ask("image"));

    Map<?, ?> result = new PushTask("image").result(report.report());
    assertEquals("PUSHED", result.get("cache"));
    assertNull(result.get("digest"));
    given.remove("dryRun");
    assertInstanceOf(Answer.Work.class, ask("image"));
  }

  @Test
  void shouldPutThePrefixBeforeTheRepositoryOfAnImageThatIsFoundWithoutIt() throws Exception {
    given.put("prefix", List.of("team"));

    assertEquals(lab.registry() + "/team/" + image + ":1.2", push().get("image"));
  }

  @Test
  void shouldFindAnImageThatWasPreparedWithThePrefix() throws Exception {
    String name = image.substring("it/".length());
    given.put("prefix", List.of("it"));
    given.put("image", List.of(name + ":1.2"));

    assertEquals(lab.registry() + "/" + image + ":1.2", push().get("image"));
  }

  @Test
  void shouldRefuseAnImageThatWasOnlyPlanned() {
    given.put("image", List.of(""));
    assertRefused("image", "image: name the image");

    given.remove("image");
    assertRefused("from", "from: name the image");
  }

  @Test
  void shouldNameTheParameterThatIsWrongAsTheStepKnowsIt() {
    given.put("stallTimeout", List.of("soon"));

    assertRefused("image", "stallTimeout: ");
  }

  private void assertRefused(String source, String beginning) {
    UseCaseException refused = assertThrows(UseCaseException.class, () -> ask(source));

    assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
  }
}
