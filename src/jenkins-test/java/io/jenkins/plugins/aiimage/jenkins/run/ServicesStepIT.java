package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImageService;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Services around a block, in a real Jenkins, on a real engine. */
@WithJenkins
class ServicesStepIT {
  private static final String ASK =
      "sh 'busybox wget -q -O - \"http://$WEB_HOST:$WEB_PORT_8000/hello\"'\n";

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

  private WorkflowRun run(Result expected, String script) throws Exception {
    return jenkins.buildAndAssertStatus(expected, Images.job(jenkins, "job", script));
  }

  private static AiImage record(WorkflowRun run) {
    List<AiImage> all = run.getAction(AiImagesAction.class).getImages();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private void assertGone(WorkflowRun run) throws IOException {
    image.assertGone(JenkinsRule.getLog(run));
    FilePath temporary = WorkspaceList.tempDir(jenkins.jenkins.getWorkspaceFor(run.getParent()));
    assertEquals(List.of(), names(temporary));
  }

  private static List<String> names(FilePath folder) throws IOException {
    try {
      return folder.list().stream().map(FilePath::getName).toList();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void shouldGiveTheBlockItsServicesAndTheStepTheBlocksValue() throws Exception {
    WorkflowRun run =
        run(
            Result.SUCCESS,
            "node { %s def made = startAiServices(tests: ['web:test -s /hello']) {\n"
                    .formatted(image.compose(", ports: ['8000']"))
                + ASK
                + "sh 'test \"$WEB_PORT\" = \"$WEB_PORT_8000\"'\n"
                + "sh 'docker network inspect --format \"in {{.Name}}\""
                + " \"$AI_IMAGE_SERVICES_NETWORK\"'\n"
                + "return \"made by ${env.AI_IMAGE_SERVICES}\" }\n"
                + "echo \"<${made}> ${env.WEB_PORT}\" }");

    jenkins.assertLogContains(ShellImage.HELLO, run);
    String log = JenkinsRule.getLog(run);
    String id = log.replaceAll("(?s).*, run ([0-9a-f-]{13})\\b.*", "$1");
    jenkins.assertLogContains("in ai-image-" + id, run);
    jenkins.assertLogContains("<made by " + id + "> null", run);
    assertGone(run);
    AiImage record = record(run);
    assertEquals("start", record.getUseCase());
    assertNull(record.getProblem());
    AiImageService web = record.getServices().get(0);
    assertEquals("HEALTHY", web.getResult());
    assertTrue(web.getReadyAfterMs() > 0 && web.getPeakMemory() > 0, log);
    assertTrue(record.getTests().get(0).isPassed());
  }

  @Test
  void shouldTellPeopleAndProgramsOfThem() throws Exception {
    WorkflowRun run =
        run(
            Result.SUCCESS,
            "node { %s startAiServices(label: '<b id=\"bad\">x</b>') { } }"
                .formatted(image.compose("")));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String summary = client.getPage(run).asNormalizedText();
      assertTrue(summary.contains("STOPPED") && summary.contains("<b id=\"bad\">x</b>"), summary);
      String page = client.getPage(run, "aiImages/").asNormalizedText();
      assertTrue(page.contains("web\t1\thealthy\t"), page);
      JSONObject service =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONArray("services")
              .getJSONObject(0);
      assertEquals("web", service.getString("service"));
      assertEquals("HEALTHY", service.getString("result"));
      assertEquals(image.name(), service.getString("image"));
    }
  }

  @Test
  void shouldWorkInDeclarative() throws Exception {
    WorkflowRun run =
        run(
            Result.SUCCESS,
            """
            pipeline {
              agent any
              stages {
                stage('services') {
                  steps {
                    %s
                    startAiServices(tests: ['web:test -s /hello'], totalTimeout: '5m') {
                      %s
                      echo 'in the block'
                    }
                  }
                }
              }
              post { always { echo "after it ${env.WEB_PORT}" } }
            }
            """
                .formatted(image.compose(", ports: ['8000']"), ASK));

    jenkins.assertLogContains(ShellImage.HELLO, run);
    jenkins.assertLogContains("in the block", run);
    jenkins.assertLogContains("after it null", run);
    assertGone(run);
  }

  @Test
  void shouldRemoveThemAfterABlockThatFails() throws Exception {
    WorkflowRun run =
        run(
            Result.FAILURE,
            "node { %s startAiServices { %s sh 'exit 7' } }"
                .formatted(image.compose(", ports: ['8000']"), ASK));

    jenkins.assertLogContains("ERROR: script returned exit code 7", run);
    assertGone(run);
    assertNull(record(run).getProblem(), "it is the block that failed");
    assertEquals("HEALTHY", record(run).getServices().get(0).getResult());
  }

  @Test
  void shouldRunNoBlockWhereAServiceIsNotReadyOrATestFails() throws Exception {
    WorkflowRun sick =
        run(
            Result.FAILURE,
            "node { %s startAiServices { echo 'in the block' } }"
                .formatted(image.compose("").replace("retries: 99", "retries: 2"))
                .replace("/hello'", "/nowhere'"));

    Throwable problem = sick.getExecution().getCauseOfFailure();
    assertEquals(AbortException.class, problem.getClass());
    String message = "The service web is not ready: it is not healthy";
    assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
    jenkins.assertLogContains("ERROR: " + message, sick);
    jenkins.assertLogNotContains("in the block", sick);
    jenkins.assertLogNotContains("\tat ", sick);
    assertEquals("SERVICE_FAILED", record(sick).getProblem());
    assertGone(sick);

    sick.getParent()
        .setDefinition(
            Images.script(
                ("node { %s startAiServices(tests: ['web:echo told; exit 4']) {"
                        + " echo 'in the block' } }")
                    .formatted(image.compose(""))));
    WorkflowRun tested = jenkins.buildAndAssertStatus(Result.FAILURE, sick.getParent());
    jenkins.assertLogContains("    | told", tested);
    jenkins.assertLogNotContains("in the block", tested);
    assertEquals("SERVICE_TEST", record(tested).getProblem());
    assertGone(tested);
  }

  @Test
  void shouldRemoveThemWhenTheBlockIsAborted() throws Exception {
    try (Gate gate = new Gate()) {
      WorkflowRun run =
          Images.job(
                  jenkins,
                  "job",
                  "node { %s startAiServices { sh '%s' } }"
                      .formatted(image.compose(""), gate.command()))
              .scheduleBuild2(0)
              .waitForStart();
      gate.awaitArrival();
      image.assertRunning(1);

      run.doStop();

      jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
      assertGone(run);
      jenkins.assertLogNotContains("\tat ", run);
      assertEquals("HEALTHY", record(run).getServices().get(0).getResult());
    }
  }

  @Test
  void shouldRemoveThemWhenTheirStartIsAborted() throws Exception {
    WorkflowRun run =
        Images.job(
                jenkins,
                "job",
                "node { %s startAiServices { echo 'in the block' } }"
                    .formatted(image.compose("").replace("/hello'", "/nowhere'")))
            .scheduleBuild2(0)
            .waitForStart();
    image.awaitContainers(1);

    run.doStop();

    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    jenkins.assertLogNotContains("in the block", run);
    jenkins.assertLogNotContains("\tat ", run);
    assertGone(run);
    assertEquals("ABORTED", record(run).getProblem());
  }

  @Test
  void shouldHearOfAnAbortThatComesWhileTheyAreBeingStopped() throws Exception {
    WorkflowRun run =
        Images.job(
                jenkins,
                "job",
                "node { %s startAiServices { } \n echo 'went on' }"
                    .formatted(
                        // The first process of a container is not ended by a signal that it
                        // ignores.
                        image
                            .compose(", stop_grace_period: 8s")
                            .replace("stop_signal: KILL", "stop_signal: TERM")))
            .scheduleBuild2(0)
            .waitForStart();
    String home = jenkins.jenkins.getRootDir().getPath();
    Eventually.holds(
        "the services are being stopped",
        () ->
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .anyMatch(words -> words.contains(" stop --request " + home)));

    run.doStop();

    jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    jenkins.assertLogNotContains("went on", run);
    assertGone(run);
  }

  @Test
  void shouldRemoveThemWhenATimeoutEndsTheBlockAndStartThemAnewInRetry() throws Exception {
    WorkflowRun run =
        run(
            Result.SUCCESS,
            """
            int attempt = 0
            node {
              %s
              retry(2) {
                startAiServices {
                  timeout(time: attempt++ == 0 ? 2 : 600, unit: 'SECONDS') {
                    sh(attempt == 1 ? 'sleep 600' : 'echo at last')
                  }
                }
              }
            }
            """
                .formatted(image.compose("")));

    jenkins.assertLogContains("Timeout has been exceeded", run);
    jenkins.assertLogContains("at last", run);
    image.assertGone(JenkinsRule.getLog(run));
    assertEquals(2, run.getAction(AiImagesAction.class).getImages().size());
  }

  @Test
  void shouldKeepTwoRunsOnOneAgentApart() throws Exception {
    jenkins.createOnlineSlave(Label.get("agent"));
    // A port of the machine: the second run cannot have it as well.
    String compose = image.compose(", ports: ['127.0.0.1:" + freePort() + ":8000']");
    WorkflowRun run =
        run(
            Result.SUCCESS,
            """
            node('agent') {
              %s
              timeout(3) {
                parallel(
                  first: {
                    startAiServices(freePorts: true) {
                      sh 'touch first; until [ -e second ]; do sleep 0.1; done'
                    }
                    sh 'touch ended'
                  },
                  second: {
                    startAiServices(freePorts: true) {
                      sh 'touch second; until [ -e ended ]; do sleep 0.1; done'
                      sh 'docker ps --all --quiet --filter ancestor=%s | sed "s/^/left /"'
                      %s
                    }
                  })
              }
            }
            """
                .formatted(compose, image.name(), ASK));

    String log = JenkinsRule.getLog(run);
    assertEquals(1, log.lines().filter(line -> line.matches("left [0-9a-f]+")).count(), log);
    jenkins.assertLogContains(ShellImage.HELLO, run);
    image.assertGone(log);
    assertEquals(2, run.getAction(AiImagesAction.class).getImages().size());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
