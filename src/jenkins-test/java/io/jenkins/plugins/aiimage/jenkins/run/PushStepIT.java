package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.nio.file.Path;
import java.util.List;
import net.sf.json.JSONArray;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps that push, promote and clean in a real Jenkins, on a real engine and registry. */
@WithJenkins
class PushStepIT {
  @TempDir private Path state;
  private final Images images = Images.required();
  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) throws Exception {
    jenkins = rule;
    Images.keepStateIn(state, rule);
  }

  private WorkflowRun run(String script) throws Exception {
    return jenkins.buildAndAssertSuccess(Images.job(jenkins, "job", "node {" + script + "}"));
  }

  private String push(String more) {
    return "pushCached(image: '%s', registry: '%s'%s)"
        .formatted(images.name() + ":1", images.registry(), more);
  }

  private String built() {
    return images.context() + "sh 'docker build -t %s .'\n".formatted(images.name() + ":1");
  }

  private static List<AiImage> all(WorkflowRun run) {
    return run.getAction(AiImagesAction.class).getImages();
  }

  @Test
  void shouldPushOnceThenHitThenPromoteThenClean() throws Exception {
    String repository = images.registry() + "/" + images.name();
    WorkflowRun run =
        run(
            built()
                + "def p = %s\necho \"<${p.cache}> ${p.image} ${p.pushes.size()}\"\n"
                    .formatted(push(""))
                + "def q = %s\necho \"<${q.cache}> ${q.image} ${q.digest == p.digest}\"\n"
                    .formatted(push(", tags: 'two'"))
                + "def r = promote(from: q, repository: '%s/prod', tags: ['three'])\n"
                    .formatted(images.name())
                + "echo \"promoted ${r.image} ${r.digest == p.digest}\"\n"
                + "def c = cleanAiImages(image: ['%s'], registry: '%s', dryRun: true)\n"
                    .formatted(images.name(), images.registry())
                + "echo \"cleaned ${c.removed} ${c.dryRun}\"\n");

    jenkins.assertLogContains("<PUSHED> " + repository + ":1 1", run);
    jenkins.assertLogContains("<HIT> " + repository + ":two true", run);
    jenkins.assertLogContains("promoted " + repository + "/prod:three true", run);
    jenkins.assertLogContains("cleaned 0 true", run);
    assertEquals(
        List.of("push", "push", "promote", "clean"),
        all(run).stream().map(AiImage::getUseCase).toList());
  }

  @Test
  void shouldTellPeopleAndProgramsOfAPushAndEscapeWhatTheyRead() throws Exception {
    WorkflowRun run = run(built() + push(", label: '<b id=\"bad\">x</b>'"));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      HtmlPage page = client.getPage(run, "aiImages/");
      String text = page.asNormalizedText();
      assertTrue(text.contains("<b id=\"bad\">x</b>"), text);
      assertTrue(text.contains("PUSHED"), text);
      assertFalse(text.contains("Key"), text);
      assertEquals(null, page.getElementById("bad"));
      HtmlPage summary = client.getPage(run);
      assertTrue(summary.asNormalizedText().contains("PUSHED"), summary.asNormalizedText());
      JSONArray pushes =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONArray("pushes");
      assertEquals(all(run).get(0).getDigest(), pushes.getJSONObject(0).getString("digest"));
    }
  }

  @Test
  void shouldSendAnImageOnceForTwoBranchesOfOneBuild() throws Exception {
    WorkflowRun run =
        run(built() + "parallel(a: { %s }, b: { %s })".formatted(push(""), push(", tags: 'b'")));

    assertEquals(1, all(run).stream().mapToInt(image -> image.getPushes().size()).sum());
  }
}
