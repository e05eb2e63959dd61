package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A stop ends the program and its children, and nobody else's. */
@WithJenkins
class AbortIT {
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

  private String context() {
    return images.context(gate.command());
  }

  /** The program that builds in this Jenkins, and what it has started. */
  private List<ProcessHandle> processes() {
    String home = jenkins.jenkins.getRootDir().getPath();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("--lease " + home))
        .flatMap(program -> Stream.concat(Stream.of(program), program.descendants()))
        .toList();
  }

  private static void assertEnded(List<ProcessHandle> processes) throws Exception {
    assertFalse(processes.isEmpty());
    for (ProcessHandle process : processes) {
      process.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void shouldEndTheProgramWithTheBuild() throws Exception {
    WorkflowJob job = Images.job(jenkins, "job", "node {" + context() + images.prepare("") + "}");
    WorkflowRun run = job.scheduleBuild2(0).waitForStart();
    gate.awaitArrival();
    List<ProcessHandle> processes = processes();

    run.doStop();

    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    assertEnded(processes);
    jenkins.assertLogNotContains("\tat ", run);
    assertEquals("ABORTED", run.getAction(AiImagesAction.class).getImages().get(0).getProblem());
    FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
    assertEquals(
        List.of(), workspace.sibling(workspace.getName() + "@tmp").list().stream().toList());
  }

  @Test
  void shouldLeaveAnotherBranchAlone() throws Exception {
    WorkflowJob job =
        Images.job(
            jenkins,
            "job",
            """
            node {
              %s
              parallel(
                image: { try { %s } catch (stopped) { echo 'the step was stopped' } },
                other: { sh 'until [ -e go ]; do sleep 1; done; echo it goes on' })
            }
            """
                .formatted(context(), images.prepare("")));
    WorkflowRun run = job.scheduleBuild2(0).waitForStart();
    gate.awaitArrival();
    List<ProcessHandle> processes = processes();

    // As the step timeout does, which this test cannot wait for.
    StepExecution.acceptAll(
            AiImageExecution.class,
            execution -> execution.stop(new FlowInterruptedException(Result.ABORTED, false)))
        .get();
    assertEnded(processes);
    jenkins.jenkins.getWorkspaceFor(job).child("go").write("", "UTF-8");

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    jenkins.assertLogContains("the step was stopped", run);
    jenkins.assertLogContains("it goes on", run);
  }

  @Test
  void shouldBuildAgainAfterATimeoutInRetry() throws Exception {
    WorkflowRun run =
        Images.job(
                jenkins,
                "job",
                """
                int attempt = 0
                node {
                  %s
                  retry(2) {
                    timeout(time: attempt++ == 0 ? 15 : 600, unit: 'SECONDS') {
                      def r = %s
                      echo "at last ${r.cache}"
                    }
                  }
                }
                """
                    .formatted(context(), images.prepare("")))
            .scheduleBuild2(0)
            .waitForStart();
    jenkins.waitForMessage("Retrying", run);
    gate.open();

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    jenkins.assertLogContains("Timeout has been exceeded", run);
    jenkins.assertLogContains("at last BUILT", run);
  }
}
