package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that looks at a recipe before it is built, in a real Jenkins; it needs no engine. */
@WithJenkins
class DiagnoseStepTest {
  private static final String DEAD = "http://127.0.0.1:1/simple";

  private static final String DOCKERFILE =
      """
      FROM debian:12
      # phase: torch timeout=20m
      RUN pip install torch
      # phase: requirements
      COPY requirements.txt .
      RUN pip install -r requirements.txt
      USER nobody
      """;

  private JenkinsRule jenkins;
  private WorkflowJob job;
  private FilePath workspace;

  @BeforeEach
  void makeJob(JenkinsRule rule) throws Exception {
    jenkins = rule;
    job = rule.createProject(WorkflowJob.class, "job");
    workspace = rule.jenkins.getWorkspaceFor(job);
    workspace.child("Dockerfile").write(DOCKERFILE, "UTF-8");
    workspace
        .child("requirements.txt")
        .write("numpy==1.26.4\ntransformers\nrequests==2.32.3\n", "UTF-8");
    workspace.child("venv/lib/big").write("x".repeat(300_000), "UTF-8");
  }

  private void script(String script) throws Exception {
    job.setDefinition(new CpsFlowDefinition("node { " + script + " }", true));
  }

  private static AiImage record(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages().get(0);
  }

  @Test
  void shouldReturnWhatItSawAndChangeNothing() throws Exception {
    script(
        """
        def r = diagnoseAiImage(offline: true, top: 1)
        def all = r.folders
        echo "context ${r.contextFiles} ${r.contextBytes > 300000} ${all.size()} ${all[0].name}"
        echo "rule ${r.suggestions[0].pattern} ${r.suggestions[0].safe} ${r.suggestions[0].bytes}"
        def list = r.requirements[0]
        echo "list ${list.file} ${list.packages} ${list.unpinned}"
        echo "heavy ${r.packages[0].name} ${r.packages[0].bytes > 1000000} ${r.packages[0].pinned}"
        echo "rest ${r.indexes} ${r.phases} ${r.errors} ${r.files} ${r.durationMs >= 0}"
        """);

    WorkflowRun run = jenkins.buildAndAssertSuccess(job);

    jenkins.assertLogContains("context 3 true 1 venv", run);
    jenkins.assertLogContains("rule **/venv true 300000", run);
    jenkins.assertLogContains("list requirements.txt 3 [transformers]", run);
    jenkins.assertLogContains("heavy torch true false", run);
    jenkins.assertLogContains("rest [] [torch, requirements] 0 [] true", run);
    assertFalse(workspace.child(".dockerignore").exists());
    assertFalse(jenkins.jenkins.getRootPath().child("ai-image").exists(), "no process is needed");
  }

  @Test
  void shouldWriteWhatIsAskedForAndNothingInADryRun() throws Exception {
    String write = "diagnoseAiImage(offline: true, writeIgnore: true, splitRequirements: true";
    script(
        "def dry = %s, dryRun: true)\necho \"dry ${dry.files} ${fileExists('.dockerignore')}\"\n"
                .formatted(write)
            + "def r = %s)\necho \"wrote ${r.files}\"".formatted(write));

    WorkflowRun run = jenkins.buildAndAssertSuccess(job);

    jenkins.assertLogContains("would write .dockerignore:", run);
    jenkins.assertLogContains(
        "dry [requirements.base.txt, requirements.ml.txt, .dockerignore] false", run);
    jenkins.assertLogContains(
        "wrote [requirements.base.txt, requirements.ml.txt, .dockerignore]", run);
    assertTrue(workspace.child(".dockerignore").readToString().contains("**/venv"));
    assertTrue(workspace.child("requirements.ml.txt").readToString().contains("transformers"));
  }

  @Test
  void shouldAskTheAdministratorsMirrorsAndWarnOfAnIndexThatDoesNotAnswer() throws Exception {
    HttpServer index = index();
    try {
      String mirror = "http://127.0.0.1:" + index.getAddress().getPort() + "/simple";
      AiImageSettings.get().setMirrors("PIP_INDEX_URL=" + mirror);
      workspace.child("Dockerfile").write("FROM debian:12\nUSER nobody\n", "UTF-8");
      script(
          """
          def r = diagnoseAiImage(indexes: '%s')
          for (int i = 0; i < r.indexes.size(); i++) {
            echo "${r.indexes[i].url} ${r.indexes[i].status} ${r.indexes[i].error != null}"
          }
          """
              .formatted(DEAD));

      WorkflowRun run = jenkins.buildAndAssertSuccess(job);

      jenkins.assertLogContains(mirror + " 200 false", run);
      jenkins.assertLogContains(DEAD + " null true", run);
      assertEquals(1, record(run).getDiagnosis().getBrokenIndexes());
      assertEquals(1, record(run).getWarnings().size(), record(run).getWarnings().toString());
      assertTrue(record(run).getWarnings().get(0).contains(DEAD));
    } finally {
      index.stop(0);
    }
  }

  private static HttpServer index() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<a href=\"torch/\">torch</a>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void shouldTellPeopleAndPrograms() throws Exception {
    workspace.child("wheels/<b id=\"bad\">x").write("x", "UTF-8");
    script("diagnoseAiImage(offline: true)");
    WorkflowRun run = jenkins.buildAndAssertSuccess(job);

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String summary = client.getPage(run).asNormalizedText();
      assertTrue(summary.contains("CHECKED") && summary.contains("Diagnosis"), summary);
      HtmlPage page = client.getPage(run, "aiImages/");
      String text = page.asNormalizedText();
      for (String part :
          List.of("Missing in .dockerignore", "**/venv", "Heavy packages", "torch")) {
        assertTrue(text.contains(part), text);
      }
      assertEquals(null, page.getElementById("bad"));
      JSONObject diagnosis =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONObject("diagnosis");
      assertEquals(4, diagnosis.getInt("contextFiles"));
      assertEquals(300_000, diagnosis.getInt("ignorableBytes"));
    }
  }

  @Test
  void shouldFailInOneSentenceWhereThereIsNoDockerfile() throws Exception {
    script("dir('venv') { diagnoseAiImage() }");

    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    jenkins.assertLogContains(
        "ERROR: There is no Dockerfile.ai-processor and no Dockerfile in ", run);
    jenkins.assertLogNotContains("\tat ", run);
  }
}
