package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The packaged plugin in a Jenkins of its own process, which is killed amid a build. */
class KilledControllerIT {
  @RegisterExtension
  private final RealJenkinsExtension jenkins =
      new RealJenkinsExtension().addPlugins("ai-image-pipeline.hpi");

  @RegisterExtension private final InboundAgentExtension agents = new InboundAgentExtension();

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

  @Test
  void shouldFinishABuildOnTheController() throws Throwable {
    jenkins.startJenkins();
    killAmid("");
  }

  @Test
  void shouldFinishABuildOnAnAgent() throws Throwable {
    jenkins.startJenkins();
    agents.createAgent(
        jenkins, InboundAgentExtension.Options.newBuilder().name("agent").webSocket().build());
    killAmid("agent");
  }

  private void killAmid(String label) throws Throwable {
    String script =
        "node('%s') { %s def r = %s echo \"result ${r.cache}\" }"
            .formatted(label, images.context(gate.command()), images.prepare(""));
    jenkins.runRemotely(KilledControllerIT::start, script, state.toString());
    gate.awaitArrival();
    // What was started is known once it has said something.
    jenkins.runRemotely(KilledControllerIT::awaitTheProgramsWord);
    jenkins.stopJenkinsForcibly();
    gate.open();
    jenkins.startJenkins();
    jenkins.runRemotely(KilledControllerIT::finish);
    assertEquals(1, gate.arrivals());
  }

  private static void start(JenkinsRule jenkins, String script, String state) throws Throwable {
    Images.keepStateIn(Path.of(state), jenkins);
    Images.job(jenkins, "job", script).scheduleBuild2(0).waitForStart();
  }

  private static WorkflowRun run(JenkinsRule jenkins) {
    return jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
  }

  private static void awaitTheProgramsWord(JenkinsRule jenkins) throws Throwable {
    jenkins.waitForMessage("▶ [1/1]", run(jenkins));
  }

  private static void finish(JenkinsRule jenkins) throws Throwable {
    WorkflowRun run = jenkins.waitForCompletion(run(jenkins));
    jenkins.assertBuildStatusSuccess(run);
    for (String line : List.of("✅ AI Processor image built successfully", "result BUILT")) {
      jenkins.assertLogContains(line, run);
    }
  }
}
