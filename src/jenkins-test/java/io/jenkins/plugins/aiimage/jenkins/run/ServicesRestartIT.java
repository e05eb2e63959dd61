package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
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
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A restart of Jenkins while services run, or start, costs neither them nor their end. */
class ServicesRestartIT {
  private static final String WAIT = "sh 'touch begun; until [ -e go ]; do sleep 0.2; done'\n";
  private static final String SAY = "sh 'echo \"port <$WEB_PORT>\"'\n";

  @RegisterExtension private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

  @TempDir private Path folder;
  private ShellImage image;

  @BeforeEach
  void buildImage() throws Exception {
    image = ShellImage.built(folder);
  }

  @AfterEach
  void removeImage() {
    if (image != null) {
      image.close();
    }
  }

  private static WorkflowRun run(JenkinsRule jenkins, String job) {
    return jenkins.jenkins.getItemByFullName(job, WorkflowJob.class).getBuildByNumber(1);
  }

  private static FilePath file(JenkinsRule jenkins, String job, String name) {
    WorkflowJob item = jenkins.jenkins.getItemByFullName(job, WorkflowJob.class);
    return jenkins.jenkins.getWorkspaceFor(item).child(name);
  }

  private static void start(JenkinsRule jenkins, String name, String script) throws Exception {
    Images.job(jenkins, name, "node { " + script + " }").scheduleBuild2(0).waitForStart();
  }

  private static AiImage record(WorkflowRun run) {
    List<AiImage> all = run.getAction(AiImagesAction.class).getImages();
    assertEquals(1, all.size());
    return all.get(0);
  }

  @Test
  void shouldGoOnAndRemoveThemAllTheSame() throws Throwable {
    String compose = image.compose(", ports: ['8000']");
    String starting =
        image.compose(", volumes: ['./:/in:ro']").replace(ShellImage.HEALTHY, "test -e /in/go");
    sessions.then(
        jenkins -> {
          Images.keepStateIn(folder.resolve("state"), jenkins);
          jenkins.jenkins.setNumExecutors(3);
          String block = "startAiServices { " + SAY + WAIT + SAY + " }\n";
          start(jenkins, "done", compose + block + "echo 'behind the block'");
          start(jenkins, "stopped", compose + block);
          start(jenkins, "starting", starting + "startAiServices { echo 'in the block' }");
          image.awaitContainers(3);
          for (String job : List.of("done", "stopped")) {
            jenkins.waitForMessage("+ touch begun", run(jenkins, job));
          }
          jenkins.waitForMessage("web: started", run(jenkins, "starting"));
        });
    image.assertRunning(3);
    sessions.then(
        jenkins -> {
          WorkflowRun done = run(jenkins, "done");
          WorkflowRun stopped = run(jenkins, "stopped");
          WorkflowRun late = run(jenkins, "starting");
          for (WorkflowRun run : List.of(done, stopped, late)) {
            jenkins.waitForMessage("Ready to run", run);
          }
          image.assertRunning(3);

          file(jenkins, "done", "go").write("", "UTF-8");
          jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(done));
          jenkins.assertLogContains("behind the block", done);
          String port = JenkinsRule.getLog(done).replaceAll("(?s).*?port <(\\d+)>.*", "$1");
          assertEquals(
              2,
              JenkinsRule.getLog(done).lines().filter(("port <" + port + ">")::equals).count(),
              "the variables outlive the restart");
          assertEquals("HEALTHY", record(done).getServices().get(0).getResult());
          image.assertRunning(2);

          stopped.doStop();
          jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(stopped));
          image.assertRunning(1);

          file(jenkins, "starting", "go").write("", "UTF-8");
          jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(late));
          jenkins.assertLogContains("in the block", late);
          for (WorkflowRun run : List.of(done, stopped, late)) {
            image.assertGone(JenkinsRule.getLog(run));
          }
        });
  }
}
