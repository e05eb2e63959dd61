package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
    workspace.child("services.yaml").write("services: {web: {image: a}}\n", "UTF-8");
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
            .map(arguments -> () -> assertRefused(name(arguments), prepare(arguments))));
  }

  /** The parameter that the sentence must begin with: the last one. */
  private static String name(String arguments) {
    String last = arguments.substring(arguments.startsWith("registry: 'reg.example',") ? 25 : 0);
    return last.substring(0, last.indexOf(':'));
  }

  @Test
  void shouldNameTheParameterOfTheOtherStepsThatIsWrong() {
    assertAll(
        List.of(
                "pushCached()|image",
                "pushCached(image: 'x', registry: 'not a host')|registry",
                "promote(from: [image: 'x', reference: null])|from",
                "cleanAiImages(olderThan: 'soon')|olderThan",
                "cleanAiImages(olderThan: '59m')|olderThan",
                "cleanAiImages(keep: -1)|keep",
                "cleanAiImages(registry: 'reg.example')|image",
                "cleanAiImages(image: 'Upper/Case')|image",
                "cleanAiImages(builder: 'kaniko')|builder",
                "cleanAiImages(untilFree: 'much')|untilFree",
                "cleanAiImages(credentialsId: 'robot')|credentialsId",
                "initTrivyDb(maxAge: 'soon')|maxAge",
                "initTrivyDb(sources: 'A B')|sources",
                "initTrivyDb(mirrorTo: 'rust=a.b/c:1')|mirrorTo",
                "initTrivyDb(credentialsId: 'robot')|credentialsId",
                "initTrivyDb(sources: 'a.b/c:1', credentialsId: 'nobody')|credentialsId",
                "lintAiDockerfile(failOn: 'always')|failOn",
                "lintAiDockerfile(format: 'xml')|format",
                "lintAiDockerfile(format: 'sarif')|format",
                "lintAiDockerfile(output: 'nowhere/lint.txt')|output",
                "lintAiDockerfile(context: 'nowhere')|context",
                "lintAiDockerfile(tools: 'all')|tools",
                "diagnoseAiImage(context: 'nowhere')|context",
                "diagnoseAiImage(buildArgs: ['no value'])|buildArgs",
                "diagnoseAiImage(indexes: ['pypi'])|indexes",
                "diagnoseAiImage(fallback: ['INDEX'])|fallback",
                "diagnoseAiImage(timeout: '2m')|timeout",
                "diagnoseAiImage(top: -1)|top",
                "smokeTestAiImage(commands: 'true')|image",
                "smokeTestAiImage(image: '--privileged', commands: 'true')|image",
                "smokeTestAiImage(image: 'x')|commands",
                "smokeTestAiImage(image: 'x', commands: ' ')|commands",
                "smokeTestAiImage(image: 'x', imports: 'os; import sys')|imports",
                "smokeTestAiImage(image: 'x', maxSize: 'big')|maxSize",
                "smokeTestAiImage(image: 'x', commands: 'true', timeout: 'soon')|timeout",
                "smokeTestAiImage(image: 'x', commands: 'true', network: '--net')|network",
                "smokeTestAiImage(image: 'x', commands: 'true', builder: 'kaniko')|builder",
                "startAiServices { echo 'begun' }|file",
                "startAiServices(file: 'nowhere.yaml') { echo 'begun' }|file",
                "startAiServices(SERVICES services: 'api') { echo 'begun' }|services",
                "startAiServices(SERVICES tests: 'api:true') { echo 'begun' }|tests",
                "startAiServices(SERVICES tests: 'web:') { echo 'begun' }|tests",
                "startAiServices(SERVICES pull: 'often') { echo 'begun' }|pull",
                "startAiServices(SERVICES startTimeout: 'soon') { echo 'begun' }|startTimeout",
                "startAiServices(SERVICES testTimeout: '-5m') { echo 'begun' }|testTimeout",
                "startAiServices(SERVICES totalTimeout: '1 eon') { echo 'begun' }|totalTimeout")
            .stream()
            .map(row -> row.replace("SERVICES", "file: 'services.yaml',").split("\\|", -1))
            .map(row -> () -> assertRefused(row[1], row[0])));
  }

  @Test
  void shouldNameTheLineOfAComposeFileThatIsWrong() throws Exception {
    FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
    workspace
        .child("compose.yaml")
        .write("services:\n  web: {image: a, privileged: true}\n", "UTF-8");
    String compose = refusal("startAiServices { echo 'begun' }");
    assertTrue(compose.contains("/compose.yaml:2: "), compose);
  }

  @Test
  void shouldTakeHostileTextsForValuesOnly() throws Exception {
    for (String text : HOSTILE) {
      for (String name : List.of("image", "context", "dockerfile", "platform", "registry")) {
        assertRefused(name, prepare(name + ": " + groovy(text)));
      }
      String target = refusal(prepare("target: " + groovy(text)));
      String shown = text.replace('\n', '?');
      assertTrue(target.contains(": the target " + shown + " is no stage; choose "), target);
      assertRefused("file", "startAiServices(file: " + groovy(text) + ") { echo 'begun' }");
      assertRefused("image", "smokeTestAiImage(commands: 'true', image: " + groovy(text) + ")");
      assertRefused("image", "cleanAiImages(image: [" + groovy(text) + "])");
      assertRefused("tags", prepare("tags: [" + groovy(text) + "]"));
      assertRefused("addHosts", prepare("addHosts: [" + groovy(text) + "]"));
      assertRefused("buildArgs", prepare("buildArgs: [" + groovy(text) + "]"));
    }
    assertFalse(jenkins.jenkins.getWorkspaceFor(job).child("pwned").exists());
  }

  private static String prepare(String arguments) {
    return "prepareAiProcessorImage(" + arguments + ")";
  }

  private void assertRefused(String parameter, String call) throws Exception {
    String message = refusal(call);
    assertTrue(message.startsWith(parameter + ": "), call + " says " + message);
    assertEquals(1, message.lines().count(), message);
  }

  private String refusal(String call) throws Exception {
    job.setDefinition(new CpsFlowDefinition("node { " + call + " }", true));
    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    Throwable problem = run.getExecution().getCauseOfFailure();
    assertInstanceOf(AbortException.class, problem, call);
    jenkins.assertLogContains("ERROR: " + problem.getMessage(), run);
    jenkins.assertLogNotContains("\tat ", run);
    jenkins.assertLogNotContains("Exception", run);
    jenkins.assertLogNotContains("begun", run);
    assertFalse(program().exists(), call + " brought the program to the agent");
    return problem.getMessage();
  }

  private FilePath program() {
    return jenkins.jenkins.getRootPath().child("ai-image");
  }

  /** A literal of the text; a dollar means nothing in single quotes. */
  private static String groovy(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
    return "'" + escaped + "'";
  }
}
