package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.nio.file.Path;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that tests an image in a real Jenkins, on a real engine. */
@WithJenkins
class SmokeStepIT {
  @TempDir private Path folder;
  private ShellImage image;
  private JenkinsRule jenkins;

  @BeforeEach
  void buildImage(JenkinsRule rule) throws Exception {
    jenkins = rule;
    image = ShellImage.built(folder);
    Images.keepStateIn(folder.resolve("state"), rule);
  }

  @AfterEach
  void removeImage() {
    if (image != null) {
      image.close();
    }
  }

  private String smoke(String more) {
    return "smokeTestAiImage(image: '" + image.name() + "'" + more + ")\n";
  }

  private static AiImage record(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages().get(0);
  }

  private JSONObject smokeOf(JenkinsRule.WebClient client, WorkflowRun run) throws Exception {
    return client
        .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
        .getJSONObject()
        .getJSONArray("images")
        .getJSONObject(0)
        .getJSONObject("smoke");
  }

  @Test
  void shouldReturnWhatPassedOnAnAgentAndTellOfIt() throws Exception {
    jenkins.createOnlineSlave(Label.get("agent"));
    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                "node('agent') { def r = "
                    + smoke(
                        ", commands: ['busybox grep -q hello /hello',"
                            + " 'test \"$(busybox ls /sys/class/net)\" = lo'], maxSize: '90MB'")
                    + "echo \"<${r.image}> ${r.imageId.startsWith('sha256:')} ${r.bytes >"
                    + " 1000000}\"\n"
                    + "echo \"${r.tests.collect { it.test + ':' + it.passed }}"
                    + " ${r.tests[1].durationMs > 0} ${r.durationMs > 0}\" }"));

    jenkins.assertLogContains("<" + image.name() + "> true true", run);
    jenkins.assertLogContains("[size:true, busybox grep -q hello /hello:true, test ", run);
    jenkins.assertLogContains(" = lo:true] true true", run);
    jenkins.assertLogContains("✅ All 3 tests passed", run);
    assertEquals(0, image.containers().size());
    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String summary = client.getPage(run).asNormalizedText();
      assertTrue(summary.contains("PASSED") && summary.contains("Smoke test"), summary);
      String page = client.getPage(run, "aiImages/").asNormalizedText();
      assertTrue(page.contains("busybox grep -q hello /hello\tpassed"), page);
      JSONObject smoke = smokeOf(client, run);
      assertTrue(smoke.getBoolean("passed"));
      assertEquals(3, smoke.getInt("tests"));
      assertEquals(0, smoke.getInt("failed"));
    }
  }

  @Test
  void shouldFailTheBuildAfterAllTestsWithWhatTheySaid() throws Exception {
    String bad = "echo '<b id=\"bad\">told</b>'; exit 3";
    WorkflowRun run =
        jenkins.buildAndAssertStatus(
            Result.FAILURE,
            Images.job(
                jenkins,
                "job",
                "node { %s echo 'went on' }"
                    .formatted(
                        smoke(", commands: ['%s', 'true']".formatted(bad.replace("'", "\\'"))))));

    Throwable problem = run.getExecution().getCauseOfFailure();
    assertEquals(AbortException.class, problem.getClass());
    assertTrue(
        problem.getMessage().startsWith("The smoke test \"" + bad + "\" failed with exit code 3"),
        problem.getMessage());
    jenkins.assertLogContains("ERROR: " + problem.getMessage(), run);
    jenkins.assertLogContains("    <b id=\"bad\">told</b>", run);
    jenkins.assertLogContains("✓ true", run);
    jenkins.assertLogNotContains("went on", run);
    jenkins.assertLogNotContains("\tat ", run);
    assertEquals("SMOKE_TEST", record(run).getProblem());
    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      HtmlPage page = client.getPage(run, "aiImages/");
      String text = page.asNormalizedText();
      assertTrue(text.contains("FAILED") && text.contains("failed with exit code 3"), text);
      assertTrue(text.contains("<b id=\"bad\">told</b>"), text);
      assertEquals(null, page.getElementById("bad"));
      JSONObject smoke = smokeOf(client, run);
      assertFalse(smoke.getBoolean("passed"));
      assertEquals(2, smoke.getInt("tests"));
      assertEquals(1, smoke.getInt("failed"));
    }
  }

  @Test
  void shouldRemoveTheContainerWhenTheBuildIsAborted() throws Exception {
    try (Gate gate = new Gate()) {
      WorkflowRun run =
          Images.job(
                  jenkins,
                  "job",
                  "node {" + smoke(", network: 'host', commands: '" + gate.command() + "'") + "}")
              .scheduleBuild2(0)
              .waitForStart();
      gate.awaitArrival();
      assertEquals(1, image.containers().size());

      run.doStop();

      jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
      image.awaitContainers(0);
      jenkins.assertLogNotContains("\tat ", run);
      assertEquals("ABORTED", record(run).getProblem());
    }
  }
}
