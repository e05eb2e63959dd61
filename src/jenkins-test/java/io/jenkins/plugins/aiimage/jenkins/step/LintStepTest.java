package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that looks at Dockerfiles, in a real Jenkins; it needs no engine. */
@WithJenkins
class LintStepTest {
  /** Two errors that can be mended, and a warning that cannot. */
  private static final String BAD = "FROM debian:12\nRUN pip install torch>=2 || true\nUSER root\n";

  private JenkinsRule jenkins;
  private WorkflowJob job;
  private FilePath workspace;

  @BeforeEach
  void makeJob(JenkinsRule rule) throws Exception {
    jenkins = rule;
    job = rule.createProject(WorkflowJob.class, "job");
    workspace = rule.jenkins.getWorkspaceFor(job);
    workspace.child("Dockerfile").write(BAD, "UTF-8");
  }

  private void script(String script) throws Exception {
    job.setDefinition(new CpsFlowDefinition(script, true));
  }

  /** Rules of other programs would depend on the machine. */
  private static String lint(String more) {
    return "lintAiDockerfile(tools: 'none'" + more + ")\n";
  }

  private static AiImage record(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages().get(0);
  }

  @Test
  void shouldReturnWhatItFoundAndFailOnlyWhereThatIsAsked() throws Exception {
    script(
        "node { def r = "
            + lint(", failOn: 'never'")
            + "echo \"<${r.files}> ${r.errors} errors ${r.fixes} ${r.durationMs >= 0}\"\n"
            + "for (int i = 0; i < r.findings.size(); i++) { def f = r.findings[i]\n"
            + "echo \"${f.file}:${f.line} ${f.severity} ${f.tool} ${f.rule} ${f.fixable}\" } }");

    WorkflowRun run = jenkins.buildAndAssertSuccess(job);

    jenkins.assertLogContains("<[Dockerfile]> 2 errors [] true", run);
    jenkins.assertLogContains("Dockerfile:2 ERROR ai-image AI004 true", run);
    jenkins.assertLogContains("Dockerfile:2 ERROR ai-image AI003 true", run);
    jenkins.assertLogContains("Dockerfile:2: error AI004: ", run);
    assertEquals(BAD, workspace.child("Dockerfile").readToString());
    assertFalse(jenkins.jenkins.getRootPath().child("ai-image").exists(), "no process is needed");
  }

  @Test
  void shouldFailOnWhatIsAsBadAsAskedAndWriteTheFileAllTheSame() throws Exception {
    script("node { " + lint(", format: 'sarif', output: 'lint.sarif'") + " echo 'went on' }");

    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    Throwable problem = run.getExecution().getCauseOfFailure();
    assertEquals(AbortException.class, problem.getClass());
    assertTrue(problem.getMessage().startsWith("Found 2 errors"), problem.getMessage());
    jenkins.assertLogContains("ERROR: " + problem.getMessage(), run);
    jenkins.assertLogNotContains("went on", run);
    assertTrue(workspace.child("lint.sarif").readToString().contains("\"ruleId\""));
    assertEquals("FINDINGS", record(run).getProblem());

    workspace.child("Dockerfile").write("FROM debian:12\nUSER nobody\n", "UTF-8");
    script("node { " + lint("") + lint(", failOn: 'warning'") + " echo 'went on' }");
    jenkins.assertLogContains("went on", jenkins.buildAndAssertSuccess(job));
    script("node { " + lint(", failOn: 'info'") + " }");
    workspace.child("Dockerfile").write("FROM debian:12\nUSER root\n", "UTF-8");
    jenkins.buildAndAssertStatus(Result.FAILURE, job);
  }

  @Test
  void shouldMendOnlyWhereThatIsAsked() throws Exception {
    script(
        "node { def dry = "
            + lint(", fix: true, dryRun: true, failOn: 'never'")
            + "echo \"dry ${dry.errors} ${readFile('Dockerfile').contains('|| true')}\"\n"
            + "def r = "
            + lint(", fix: true")
            + "echo \"left ${r.errors} ${r.fixes[0].file} ${r.fixes[0].rules.contains('AI004')}\""
            + " }");

    WorkflowRun run = jenkins.buildAndAssertSuccess(job);

    jenkins.assertLogContains("dry 2 true", run);
    jenkins.assertLogContains("-RUN pip install", run);
    jenkins.assertLogContains("left 0 Dockerfile true", run);
    assertFalse(workspace.child("Dockerfile").readToString().contains("|| true"));
  }

  @Test
  void shouldTellPeopleAndProgramsAlsoOfABuildThatFailed() throws Exception {
    workspace.child("Dockerfile").write("# <b id=\"bad\">x</b>\n" + BAD, "UTF-8");
    script("node { " + lint("") + " }");
    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String summary = client.getPage(run).asNormalizedText();
      assertTrue(summary.contains("FAILED") && summary.contains("Dockerfile"), summary);
      HtmlPage page = client.getPage(run, "aiImages/");
      String text = page.asNormalizedText();
      assertTrue(text.contains("Findings") && text.contains("AI004"), text);
      assertTrue(text.contains("Found 2 errors"), text);
      assertTrue(text.contains("Put the requirement in quotes."), text);
      JSONObject review =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONObject("review");
      assertEquals(2, review.getInt("errors"));
      assertEquals(record(run).getReview().getWarnings(), review.getInt("warnings"));
    }
  }

  @Test
  void shouldReadFilesOfTheAgentsWorkspaceAndNameTheLineThatIsWrong() throws Exception {
    jenkins.createOnlineSlave(Label.get("agent"));
    script(
        "node('agent') { writeFile(file: 'a/one.df', text: 'FROM debian:12\\nUSER nobody\\n')\n"
            + "writeFile(file: 'a/two.df', text: 'FROM a:1\\nRUNN b\\n')\n"
            + "dir('a') { def r = "
            + lint(", files: 'one.df'")
            + "echo \"${r.files} ${r.errors}\"\n"
            + lint(", files: ['one.df', 'two.df']")
            + "} }");

    WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

    jenkins.assertLogContains("[one.df] 0", run);
    jenkins.assertLogContains("ERROR: two.df line 2: ", run);
  }
}
