package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What cannot be right fails the build in one sentence that begins with the parameter's name. */
@WithJenkins
class BadInputTest {
  /** Values that a shell or an option parser would take for something else. */
  private static final List<String> HOSTILE =
      List.of(
          "--privileged",
          "$(touch pwned)",
          "`touch pwned`",
          "a; touch pwned",
          "a' \" | touch pwned",
          "a\ntouch pwned\n");

  private JenkinsRule jenkins;
  private WorkflowJob job;

  @BeforeEach
  void makeJob(JenkinsRule rule) throws Exception {
    jenkins = rule;
    job = rule.createProject(WorkflowJob.class, "job");
    FilePath workspace = rule.jenkins.getWorkspaceFor(job);
    workspace.child("Dockerfile").write("FROM scratch\nCOPY Dockerfile /\n", "UTF-8");
  }

  @Test
  void shouldNameTheParameterThatIsWrong() {
    assertAll(
        List.of(
                "context: 'nowhere'",
                "dockerfile: 'Dockerfile.nowhere'",
                "image: 'Upper/Case'",
                "image: 'team/ai:v1'",
                "registry: 'reg.example/path'",
                "tags: ['v 1']",
                "buildArgs: ['no value']",
                "buildArgs: ['9=1']",
                "platform: 'linux/amd64,linux/arm64'",
                "platform: 'linux'",
                "builder: 'kaniko'",
                "secrets: ['pip']",
                "secrets: ['pip=/nowhere/at/all']",
                "secrets: ['pip=credential:nobody']",
                "addHosts: ['name']",
                "timeout: 'soon'",
                "stallTimeout: '-5m'",
                "totalTimeout: '5 parsecs'",
                "retries: -1",
                "retries: 101",
                "fallback: ['INDEX']",
                "fallback: [NOWHERE: 'https://mirror.example']",
                "pip: [speed: 9]",
                "pip: ['timeout=0s']",
                "pip: [progress: 'fast']",
                "phases: ['torch']",
                "phases: ['torch:speed=9']",
                "phases: [nowhere: 'timeout=1m']",
                "phases: [torch: [timeout: 'soon']]",
                "pull: 'sometimes'",
                "maxSize: 'big'",
                "requireRegistry: true",
                "credentialsId: 'robot'",
                "registry: 'reg.example', credentialsId: 'nobody'")
            .stream()
            .map(arguments -> () -> assertRefused(name(arguments), arguments)));
  }

  /** The parameter that the sentence must begin with: the last one. */
  private static String name(String arguments) {
    String last = arguments.substring(arguments.startsWith("registry: 'reg.example',") ? 25 : 0);
    return last.substring(0, last.indexOf(':'));
  }

  @Test
  void shouldTakeHostileTextsForValuesOnly() throws Exception {
    for (String text : HOSTILE) {
      for (String name : List.of("image", "context", "dockerfile", "platform", "registry")) {
        assertRefused(name, name + ": " + groovy(text));
      }
      String target = refusal("target: " + groovy(text));
      assertTrue(target.contains(": the target " + text + " is no stage; choose "), target);
      assertRefused("tags", "tags: [" + groovy(text) + "]");
      assertRefused("addHosts", "addHosts: [" + groovy(text) + "]");
      assertRefused("buildArgs", "buildArgs: [" + groovy(text) + "]");
    }
    assertFalse(jenkins.jenkins.getWorkspaceFor(job).child("pwned").exists());
  }

  private void assertRefused(String parameter, String arguments) throws Exception {
    String message = refusal(arguments);
    assertTrue(message.startsWith(parameter + ": "), message);
  }

  private String refusal(String arguments) throws Exception {
    job.setDefinition(
        new CpsFlowDefinition("node { prepareAiProcessorImage(" + arguments + ") }", true));
    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    Throwable problem = run.getExecution().getCauseOfFailure();
    assertInstanceOf(AbortException.class, problem, arguments);
    jenkins.assertLogContains("ERROR: " + problem.getMessage(), run);
    jenkins.assertLogNotContains("\tat ", run);
    jenkins.assertLogNotContains("Exception", run);
    return problem.getMessage();
  }

  /** A literal of the text; a dollar means nothing in single quotes. */
  private static String groovy(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
    return "'" + escaped + "'";
  }
}
