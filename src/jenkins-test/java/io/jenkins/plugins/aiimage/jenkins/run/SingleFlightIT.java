package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who asks for what is being built waits for it. */
@WithJenkins
class SingleFlightIT {
  @TempDir private Path state;
  private final Images images = Images.required();
  private JenkinsRule jenkins;
  private Gate gate;

  @BeforeEach
  void makeGate(JenkinsRule rule) throws Exception {
    jenkins = rule;
    Images.keepStateIn(state, rule);
    gate = new Gate();
  }

  @AfterEach
  void closeGate() {
    gate.close();
  }

  private WorkflowRun start(String name) throws Exception {
    // The classic builder: BuildKit itself shares what two clients build at once.
    String script =
        "node {" + images.context(gate.command()) + images.prepare(", builder: 'docker'") + "}";
    WorkflowJob job = Images.job(jenkins, name, script);
    return job.scheduleBuild2(0).waitForStart();
  }

  private static AiImage image(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages().get(0);
  }

  @Test
  void shouldBuildOnceForTwoJobs() throws Exception {
    WorkflowRun leader = start("leader");
    gate.awaitArrival();
    WorkflowRun follower = start("follower");
    jenkins.waitForMessage("⏳ Waiting for leader #1, which is building this image", follower);

    gate.open();

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(leader));
    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(follower));
    assertEquals("BUILT", image(leader).getCache());
    assertEquals("HIT", image(follower).getCache());
    assertEquals("leader#1", image(follower).getWaitedFor());
    assertEquals(image(leader).getDigest(), image(follower).getDigest());
    assertEquals(1, gate.arrivals());
  }

  @Test
  void shouldLetTheFollowerBuildWhenTheLeaderIsAborted() throws Exception {
    WorkflowRun leader = start("leader");
    gate.awaitArrival();
    WorkflowRun follower = start("follower");
    jenkins.waitForMessage("⏳ Waiting for leader #1", follower);

    leader.doStop();
    gate.awaitArrival();
    gate.open();

    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(leader));
    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(follower));
    assertEquals("BUILT", image(follower).getCache());
  }

  @Test
  void shouldEndTheWaitOfAFollowerThatIsAborted() throws Exception {
    WorkflowRun leader = start("leader");
    gate.awaitArrival();
    WorkflowRun follower = start("follower");
    jenkins.waitForMessage("⏳ Waiting for leader #1", follower);

    follower.doStop();

    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(follower));
    gate.open();
    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(leader));
    assertEquals(1, gate.arrivals());
  }

  @Test
  void shouldBuildOnceForTwoBranchesOfOneBuild() throws Exception {
    WorkflowRun run =
        Images.job(
                jenkins,
                "job",
                "node {%s parallel(a: { %s }, b: { %<s }) }"
                    .formatted(
                        images.context(gate.command()), images.prepare(", builder: 'docker'")))
            .scheduleBuild2(0)
            .waitForStart();
    gate.awaitArrival();
    jenkins.waitForMessage("⏳ Waiting for another step of this build", run);

    gate.open();

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    assertEquals(1, gate.arrivals());
    assertEquals(2, run.getAction(AiImagesAction.class).getImages().size());
  }
}
