package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.model.Result;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms that a Jenkinsfile may give arguments in. */
@WithJenkins
class JenkinsfileArgumentsTest {
  private JenkinsRule jenkins;
  private final PrepareAiProcessorImageStep step = new PrepareAiProcessorImageStep();

  @BeforeEach
  void takeJenkins(JenkinsRule rule) {
    jenkins = rule;
  }

  private void assertMeans(String script) throws Exception {
    assertMeans(step, script);
  }

  private void assertMeans(Step expected, String script) throws Exception {
    new SnippetizerTester(jenkins).assertParseStep(expected, script);
  }

  @Test
  void shouldTakeMapsForPairs() throws Exception {
    step.setBuildArgs(List.of("VERSION=2", "NAME=x=y z"));
    step.setSecrets(List.of("pip=/run/pip.conf", "token=credential:text"));
    step.setPip(List.of("timeout=60s", "retries=10"));

    assertMeans(
        "prepareAiProcessorImage(buildArgs: [VERSION: 2, NAME: 'x=y z'],"
            + " secrets: [pip: '/run/pip.conf', token: 'credential:text'],"
            + " pip: [timeout: '60s', retries: 10])");
  }

  @Test
  void shouldTakeMapsForPhases() throws Exception {
    step.setPhases(
        List.of(
            "torch:timeout=20m,retries=2,fallback=INDEX=https://a,fallback=INDEX=https://b",
            "app:timeout=1m"));

    assertMeans(
        "prepareAiProcessorImage(phases: [torch: [timeout: '20m', retries: 2,"
            + " fallback: ['INDEX=https://a', 'INDEX=https://b']], app: 'timeout=1m'])");
  }

  @Test
  void shouldTakeOneValueWhereSeveralMayBe() throws Exception {
    step.setTags(List.of("v1"));
    step.setSmokeTest(List.of("python3 --version"));

    assertMeans("prepareAiProcessorImage(tags: 'v1', smokeTest: 'python3 --version')");
  }

  @Test
  void shouldTakeNumbersAndInterpolatedTexts() throws Exception {
    step.setRetries(2);
    step.setImage("team/ai-2");
    step.setTags(List.of("v2"));

    assertMeans(
        "def n = 2; prepareAiProcessorImage(retries: n, image: \"team/ai-${n}\", tags:"
            + " [\"v${n}\"])");
  }

  @Test
  void shouldTakeNullAsNotGiven() throws Exception {
    assertMeans("prepareAiProcessorImage(image: null, tags: null, buildArgs: null)");
  }

  @Test
  void shouldTakeTheMapThatAStepReturned() throws Exception {
    String digest = "sha256:" + "1".repeat(64);
    String map = "[image: 'r.x/a', reference: 'r.x/a@%s', published: true]".formatted(digest);
    PushCachedStep push = new PushCachedStep();
    push.setImage(List.of("r.x/a@" + digest, "b:1"));
    assertMeans(push, "pushCached(image: [" + map + ", 'b:1'])");
    PromoteStep promote = new PromoteStep();
    promote.setFrom("r.x/a@" + digest);
    promote.setTags(List.of("prod"));
    assertMeans(promote, "promote(from: " + map + ", tags: 'prod')");
  }

  @Test
  void shouldTakeTheFormsOfTheOtherStepsToo() throws Exception {
    InitTrivyDbStep trivy = new InitTrivyDbStep();
    trivy.setJavaDb(true);
    trivy.setSources(List.of("java=a.b/d:1"));
    assertMeans(trivy, "initTrivyDb(javaDb: true, sources: [java: 'a.b/d:1'])");
    DiagnoseAiImageStep diagnose = new DiagnoseAiImageStep();
    diagnose.setBuildArgs(List.of("PYTHON=3.11"));
    diagnose.setTop(3);
    assertMeans(diagnose, "diagnoseAiImage(buildArgs: [PYTHON: '3.11'], top: 3)");
    SmokeTestAiImageStep smoke = new SmokeTestAiImageStep();
    smoke.setImage("a:1");
    smoke.setImports(List.of("torch"));
    smoke.setTimeout("90");
    assertMeans(smoke, "smokeTestAiImage(image: \"a:${1}\", imports: 'torch', timeout: 90)");
    LintAiDockerfileStep lint = new LintAiDockerfileStep();
    lint.setFiles(List.of("a/Dockerfile"));
    assertMeans(lint, "lintAiDockerfile(files: 'a/Dockerfile', failOn: null)");
    CleanAiImagesStep clean = new CleanAiImagesStep();
    clean.setImage(List.of("x"));
    clean.setKeep(5);
    assertMeans(clean, "cleanAiImages(image: 'x', keep: 5)");
    StartAiServicesStep start = new StartAiServicesStep();
    start.setTests(List.of("api:true"));
    start.setTotalTimeout("600");
    assertMeans(start, "startAiServices(tests: 'api:true', totalTimeout: 600) { }");
  }

  @Test
  void shouldTellOfAParameterThatItDoesNotKnow() throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(
        new CpsFlowDefinition("node { prepareAiProcessorImage(imagee: 'a', image: 'A') }", true));

    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    jenkins.assertLogContains("Unknown parameter(s) found for class type", run);
    jenkins.assertLogContains("imagee", run);
  }
}
