package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps that push, promote and clean: their forms, and what a Jenkinsfile may give them. */
@WithJenkins
class PushStepFormTest {
  private static final String DIGEST = "sha256:" + "1".repeat(64);

  private JenkinsRule jenkins;
  private SnippetizerTester tester;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) {
    jenkins = rule;
    tester = new SnippetizerTester(rule);
  }

  @Test
  void shouldWriteSnippetsThatMeanTheSameSteps() throws Exception {
    PushCachedStep push = new PushCachedStep();
    push.setImage(List.of("a:1", "b"));
    push.setRegistry(List.of("reg.example"));
    push.setDryRun(true);
    tester.assertRoundTrip(
        push, "pushCached dryRun: true, image: ['a:1', 'b'], registry: ['reg.example']");
    PromoteStep promote = new PromoteStep();
    promote.setFrom("reg.example/x:1");
    promote.setTags(List.of("prod"));
    tester.assertRoundTrip(promote, "promote from: 'reg.example/x:1', tags: ['prod']");
    CleanAiImagesStep clean = new CleanAiImagesStep();
    clean.setImage(List.of("x"));
    clean.setKeep(5);
    tester.assertRoundTrip(clean, "cleanAiImages image: ['x'], keep: 5");
  }

  @Test
  void shouldWriteOnlyWhatTheFormSays() throws Exception {
    String type = PushCachedStep.class.getName();

    tester.assertGenerateSnippet(
        "{'stapler-class': '%s', '$class': '%s', 'image': 'a:1\\nb\\n', 'tags': '',"
                .formatted(type, type)
            + " 'registry': '', 'dryRun': false}",
        "pushCached(image: ['a:1', 'b'])",
        jenkins.getURL() + "configure");
  }

  @Test
  void shouldTakeTheMapThatAStepReturned() throws Exception {
    String map = "[image: 'r.x/a', reference: 'r.x/a@%s', published: true]".formatted(DIGEST);
    PushCachedStep push = new PushCachedStep();
    push.setImage(List.of("r.x/a@" + DIGEST, "b:1"));
    tester.assertParseStep(push, "pushCached(image: [" + map + ", 'b:1'])");
    PromoteStep promote = new PromoteStep();
    promote.setFrom("r.x/a@" + DIGEST);
    promote.setTags(List.of("prod"));
    tester.assertParseStep(promote, "promote(from: " + map + ", tags: 'prod')");
  }

  @Test
  void shouldExplainEveryParameter() throws Exception {
    assertExplains(PushCachedStep.class, StepForm.PUSH);
    assertExplains(PromoteStep.class, StepForm.PROMOTE);
    assertExplains(CleanAiImagesStep.class, StepForm.CLEAN);
  }

  private static void assertExplains(Class<?> step, List<Parameter> parameters) throws Exception {
    DescribableModel<?> model = DescribableModel.of(step);
    assertEquals(
        parameters.stream().map(Parameter::name).collect(Collectors.toSet()),
        model.getParameters().stream()
            .map(DescribableParameter::getName)
            .collect(Collectors.toSet()));
    for (DescribableParameter parameter : model.getParameters()) {
      assertNotNull(parameter.getHelp(), parameter.getName());
    }
  }

  @Test
  void shouldRefuseInOneSentenceThatNamesTheParameter() throws Exception {
    assertRefused("pushCached()", "image: ");
    assertRefused("promote(from: [image: 'x', reference: null])", "from: ");
    assertRefused("pushCached(image: 'x', registry: 'not a host')", "registry: ");
    assertRefused("cleanAiImages(olderThan: 'soon')", "olderThan: ");
  }

  private void assertRefused(String call, String beginning) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(new CpsFlowDefinition("node { " + call + " }", true));
    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    Throwable problem = run.getExecution().getCauseOfFailure();
    assertEquals(AbortException.class, problem.getClass(), call);
    jenkins.assertLogContains("ERROR: " + beginning, run);
    jenkins.assertLogNotContains("\tat ", run);
  }
}
