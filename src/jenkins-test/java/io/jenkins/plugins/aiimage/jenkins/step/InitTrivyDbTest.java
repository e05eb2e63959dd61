package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.settings.Accounts;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.trivy.DatabaseArtifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that provides Trivy's databases, in a real Jenkins with a real registry. */
@WithJenkins
class InitTrivyDbTest {
  private static final String DEAD = "127.0.0.1:1/trivy-db:2";

  @TempDir private Path folder;
  private JenkinsRule jenkins;
  private RegistryProcess registry;
  private String source;

  @BeforeEach
  void pushDatabase(JenkinsRule rule) throws Exception {
    jenkins = rule;
    registry = RegistryProcess.open(Files.createDirectory(folder.resolve("registry")));
    source = registry.address() + "/trivy-db:2";
    Instant now = Instant.now();
    DatabaseArtifact.vulnerabilities(
            300_000, now.minus(Duration.ofHours(3)), now.plus(Duration.ofHours(20)))
        .push(registry.address(), "trivy-db", "2");
  }

  @AfterEach
  void closeRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private WorkflowJob job(String script) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(new CpsFlowDefinition(script, true));
    return job;
  }

  private WorkflowRun run(String script) throws Exception {
    return jenkins.buildAndAssertSuccess(job("node { " + script + " }"));
  }

  private String call(String more) {
    return "initTrivyDb(sources: '%s', cacheDir: '%s'%s)"
        .formatted(source, folder.resolve("cache"), more);
  }

  private static AiImage image(WorkflowRun run) {
    return images(run).get(0);
  }

  @Test
  void shouldFetchOnceAndThenAnswerWithoutAProcess() throws Exception {
    WorkflowJob job =
        job(
            "node { def db = %s\necho \"<${db.result}> ${db.path} ${db.source} ${db.bytes > 0}\"\n"
                    .formatted(call(""))
                + "echo \"<${db.databases[0].database}> ${db.ageMs > 10000000}\"\n"
                + "withEnv(db.environment) { sh 'echo \"in $TRIVY_CACHE_DIR\";"
                + " test -s \"$TRIVY_CACHE_DIR/db/trivy.db\"' } }");
    String path = folder.resolve("cache/db/trivy.db").toString();
    FilePath program = jenkins.jenkins.getRootPath().child("ai-image");

    WorkflowRun first = jenkins.buildAndAssertSuccess(job);
    jenkins.assertLogContains("<FETCHED> " + path + " " + source + " true", first);
    jenkins.assertLogContains("<vulnerabilities> true", first);
    jenkins.assertLogContains("in " + folder.resolve("cache"), first);
    assertTrue(program.exists());
    program.deleteRecursive();

    WorkflowRun second = jenkins.buildAndAssertSuccess(job);
    jenkins.assertLogContains("<HIT> " + path + " null false", second);
    jenkins.assertLogContains("✓ vulnerabilities: fresh", second);
    assertFalse(program.exists());
  }

  @Test
  void shouldNeedNoArgumentsWhereTheAdministratorNamesThePlaces() throws Exception {
    AiImageSettings.get().setTrivySources(source);
    AiImageSettings.get().setTrivyMirror(registry.address() + "/mirror:2");

    WorkflowRun run =
        run(
            "withEnv(['TRIVY_CACHE_DIR=%s']) { def db = initTrivyDb(); echo \"<${db.result}>\" }\n"
                    .formatted(folder.resolve("own"))
                + "sh 'echo \"<$TRIVY_DB_REPOSITORY>\"'");

    jenkins.assertLogContains("<FETCHED>", run);
    jenkins.assertLogContains("<" + registry.address() + "/mirror:2," + source + ">", run);
    assertEquals(folder.resolve("own").toString(), image(run).getImage());
  }

  @Test
  void shouldFillAMirrorWithTheSettingsCredentialsAndBeServedByIt() throws Exception {
    try (RegistryProcess guarded =
        RegistryProcess.withPassword(Files.createDirectory(folder.resolve("guarded")))) {
      Accounts.store(
          jenkins.jenkins,
          Accounts.user(
              CredentialsScope.GLOBAL, "robot", RegistryProcess.USER, RegistryProcess.PASSWORD));
      AiImageSettings.get().setRegistry(guarded.address());
      AiImageSettings.get().setCredentialsId("robot");
      String mirror = guarded.address() + "/trivy-db:2";
      AiImageSettings.get().setTrivyMirror(mirror);
      WorkflowRun filling = run(call(""));
      assertEquals(List.of(), image(filling).getWarnings());

      WorkflowRun served = run("initTrivyDb(sources: '%s', cacheDir: 'another')".formatted(DEAD));

      assertEquals(mirror, image(served).getDatabases().get(0).getSource());
      jenkins.assertLogNotContains(RegistryProcess.PASSWORD, served);
    }
  }

  @Test
  void shouldGiveABuildAFolderOfItsOwnThatWorkspacesAreMountedWith() throws Exception {
    run(call(""));

    WorkflowRun run =
        run(
            "def db = %s\n".formatted(call(", view: \"${env.WORKSPACE_TMP}/trivy\""))
                + "echo \"<${db.result}> ${db.path}\"\n"
                + "withEnv(db.environment) { sh 'test \"$TRIVY_CACHE_DIR\" ="
                + " \"$WORKSPACE_TMP/trivy\" && test -s \"$TRIVY_CACHE_DIR/db/trivy.db\"' }");

    jenkins.assertLogContains("<HIT> ", run);
    jenkins.assertLogContains("@tmp/trivy/db/trivy.db", run);
  }

  @Test
  void shouldCarryADatabaseInAFileWhateverTheSettingsName() throws Exception {
    AiImageSettings.get().setTrivySources(DEAD);

    WorkflowRun run =
        run(
            call(", exportTo: 'trivy.tar'")
                + "\ndef db = initTrivyDb(importFrom: 'trivy.tar', cacheDir: 'own');"
                + " echo \"<${db.result}>\"");

    jenkins.assertLogContains("<FETCHED>", run);
  }

  private static List<AiImage> images(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages();
  }

  private static String result(AiImage image) {
    return image.getDatabases().get(0).getResult();
  }

  @Test
  void shouldFetchOnceForTwoBranchesOnOneAgent() throws Exception {
    WorkflowRun run = run("parallel(a: { %s }, b: { %<s })".formatted(call("")));

    assertEquals(
        List.of("FETCHED", "HIT"),
        images(run).stream().map(InitTrivyDbTest::result).sorted().toList());
  }

  @Test
  void shouldNotWaitForAnotherAgent() throws Exception {
    jenkins.createOnlineSlave(Label.get("other"));
    String branch = "node('%s') { initTrivyDb(sources: '%s', cacheDir: 'cache') }";

    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            job(
                "parallel(a: { %s }, b: { %s })"
                    .formatted(
                        branch.formatted("built-in", source), branch.formatted("other", source))));

    for (AiImage image : images(run)) {
      assertEquals("FETCHED", result(image));
      assertNull(image.getWaitedFor());
    }
    assertEquals(2, images(run).size());
  }

  @Test
  void shouldTellPeopleAndPrograms() throws Exception {
    WorkflowRun run = run(call(""));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      HtmlPage summary = client.getPage(run);
      String line = summary.asNormalizedText();
      assertTrue(line.contains("READY") && line.contains("Trivy’s databases"), line);
      HtmlPage page = client.getPage(run, "aiImages/");
      String text = page.asNormalizedText();
      assertTrue(text.contains("Vulnerabilities") && text.contains(source), text);
      assertTrue(text.contains("3h 00m old"), text);
      assertTrue(text.contains("Cache folder"), text);
      JSONObject database =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONArray("databases")
              .getJSONObject(0);
      assertEquals("FETCHED", database.getString("result"));
      assertEquals(source, database.getString("source"));
    }
  }

  @Test
  void shouldOnlyLookWhereThatIsAsked() throws Exception {
    WorkflowRun run =
        run(
            "def db = %s\necho \"<${db.environment}> ${db.result}\""
                .formatted(call(", dryRun: true")));

    jenkins.assertLogContains("<[]> null", run);
    assertTrue(image(run).isPlanned());
    assertFalse(Files.exists(folder.resolve("cache")));
  }

  @Test
  void shouldFailInOneSentenceWhereThereIsNoDatabase() throws Exception {
    String call = "initTrivyDb(sources: '" + DEAD + "', cacheDir: 'empty')";
    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job("node { " + call + " }"));

    assertEquals(AbortException.class, run.getExecution().getCauseOfFailure().getClass(), call);
    jenkins.assertLogContains("ERROR: There is nothing in ", run);
    jenkins.assertLogNotContains("\tat ", run);
  }
}
