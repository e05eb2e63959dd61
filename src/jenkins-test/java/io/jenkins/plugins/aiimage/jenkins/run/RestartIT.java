package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A restart of Jenkins amid a build changes nothing. */
class RestartIT {
  @RegisterExtension private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

  @TempDir private Path state;
  private final Images images = Images.required();
  private Gate gate;

  @BeforeEach
  void makeGate() throws Exception {
    gate = new Gate();
  }

  @AfterEach
  void closeGate() {
    gate.close();
  }

  private String build() {
    return images
            .context(
                "for i in 1 2 3 4 5 6 7 8 9; do busybox echo before $i; done",
                gate.command(),
                "for i in 1 2 3 4 5 6 7 8 9; do busybox echo after $i; done")
            .replace("$", "\\$")
        + "def r = "
        + images.prepare(", builder: 'docker'")
        + "echo \"result ${r.cache}\"\n";
  }

  private static WorkflowRun run(JenkinsRule jenkins, String job) {
    return jenkins.jenkins.getItemByFullName(job, WorkflowJob.class).getBuildByNumber(1);
  }

  @Test
  void shouldFinishABuildOnTheControllerWithTheWholeLog() throws Throwable {
    restartAmid("");
  }

  @Test
  void shouldFinishABuildOnAnAgentWithTheWholeLog() throws Throwable {
    restartAmid("agent");
  }

  private void restartAmid(String label) throws Throwable {
    sessions.then(
        jenkins -> {
          Images.keepStateIn(state, jenkins);
          GlobalConfiguration.all().get(AiImageSettings.class).setVerbose(true);
          if (!label.isEmpty()) {
            jenkins.createOnlineSlave(Label.get(label));
          }
          WorkflowRun run =
              Images.job(jenkins, "job", "node('" + label + "') {" + build() + "}")
                  .scheduleBuild2(0)
                  .waitForStart();
          gate.awaitArrival();
          jenkins.waitForMessage("before 9", run);
        });
    gate.open();
    sessions.then(
        jenkins -> {
          WorkflowRun run = jenkins.waitForCompletion(run(jenkins, "job"));

          jenkins.assertBuildStatusSuccess(run);
          jenkins.assertLogContains("result BUILT", run);
          assertWholeLog(jenkins, run);
          AiImage image = run.getAction(AiImagesAction.class).getImages().get(0);
          assertEquals("BUILT", image.getCache());
          assertEquals(1, gate.arrivals());
        });
  }

  private static void assertWholeLog(JenkinsRule jenkins, WorkflowRun run) throws Exception {
    List<String> told = new ArrayList<>();
    for (String line : JenkinsRule.getLog(run).lines().toList()) {
      if (line.matches(".*\\| (before|after) \\d")) {
        told.add(line.substring(line.indexOf("| ") + 2));
      }
    }
    List<String> expected = new ArrayList<>();
    for (String word : List.of("before ", "after ")) {
      for (int i = 1; i <= 9; i++) {
        expected.add(word + i);
      }
    }
    assertEquals(expected, told, JenkinsRule.getLog(run));
    assertEquals(
        1,
        Collections.frequency(
            JenkinsRule.getLog(run).lines().toList(), "✅ AI Processor image built successfully"));
  }

  @Test
  void shouldKeepAFollowerWaiting() throws Throwable {
    sessions.then(
        jenkins -> {
          Images.keepStateIn(state, jenkins);
          String script = "node {" + build() + "}";
          Images.job(jenkins, "leader", script).scheduleBuild2(0).waitForStart();
          gate.awaitArrival();
          WorkflowRun follower =
              Images.job(jenkins, "follower", script).scheduleBuild2(0).waitForStart();
          jenkins.waitForMessage("⏳ Waiting for leader #1", follower);
        });
    sessions.then(
        jenkins -> {
          WorkflowRun leader = run(jenkins, "leader");
          WorkflowRun follower = run(jenkins, "follower");
          jenkins.waitForMessage("Ready to run", follower);
          gate.open();

          jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(leader));
          jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(follower));
          jenkins.assertLogContains("result BUILT", leader);
          jenkins.assertLogContains("result HIT", follower);
          assertEquals(1, gate.arrivals());
          String log = JenkinsRule.getLog(follower);
          assertTrue(log.indexOf("⏳ Waiting") == log.lastIndexOf("⏳ Waiting"), log);
        });
  }
}
