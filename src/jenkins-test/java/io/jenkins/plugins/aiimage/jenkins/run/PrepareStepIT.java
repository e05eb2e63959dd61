package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Node;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.docker.commons.fingerprint.DockerFingerprintAction;
import org.jenkinsci.plugins.docker.commons.fingerprint.DockerFingerprints;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step in a real Jenkins, on a real engine and a real registry. */
@WithJenkins
class PrepareStepIT {
  private static final String BUILT = "✅ AI Processor image built successfully";
  private static final String CACHED = "✅ Using cached AI Processor image from registry";

  @TempDir private Path state;
  private final Images images = Images.required();
  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) throws Exception {
    jenkins = rule;
    Images.keepStateIn(state, rule);
  }

  @Test
  void shouldBuildOnceAndThenHitOnTheController() throws Exception {
    buildAndHit(jenkins.jenkins, "node { %s }");
  }

  @Test
  void shouldBuildOnceAndThenHitOnAnAgent() throws Exception {
    Node agent = jenkins.createOnlineSlave(Label.get("agent"));
    buildAndHit(agent, "node('agent') { %s }");
  }

  private void buildAndHit(Node node, String block) throws Exception {
    String tell =
        "echo \"<${r.cache}> ${r.image} ${r.digest} <${r.reference}> ${r.key}\"\n"
            + "echo \"${r.durationMs >= 0} ${r.phases.collect { it.name + ':' + it.cache }}\"\n";
    WorkflowJob job =
        Images.job(
            jenkins,
            "job",
            block.formatted(
                images.context("busybox true") + "def r = " + images.prepare("") + tell));

    WorkflowRun built = jenkins.buildAndAssertSuccess(job);
    jenkins.assertLogContains(BUILT, built);
    jenkins.assertLogNotContains(CACHED, built);
    AiImage image = image(built);
    String repository = images.registry() + "/" + images.name();
    String result =
        "%s %s <%s@%s> %s"
            .formatted(
                repository, image.getDigest(), repository, image.getDigest(), image.getKey());
    jenkins.assertLogContains("<BUILT> " + result, built);
    jenkins.assertLogContains("true [final:BUILT]", built);
    FilePath temporary = WorkspaceList.tempDir(node.getWorkspaceFor(job));
    assertEquals(List.of(), temporary.list().stream().map(FilePath::getName).toList());

    WorkflowRun hit = jenkins.buildAndAssertSuccess(job);
    jenkins.assertLogContains(CACHED, hit);
    jenkins.assertLogNotContains(BUILT, hit);
    jenkins.assertLogContains("<HIT> " + result, hit);
    assertEquals("HIT", image(hit).getCache());
    assertUseIsRecorded(hit, image.getDigest());
  }

  private static AiImage image(WorkflowRun run) {
    List<AiImage> all = run.getAction(AiImagesAction.class).getImages();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static void assertUseIsRecorded(WorkflowRun run, String digest) throws Exception {
    String id = digest.substring("sha256:".length());
    assertNotNull(DockerFingerprints.of(id));
    assertEquals(Set.of(id), run.getAction(DockerFingerprintAction.class).getImageIDs());
  }

  @Test
  void shouldGiveDeclarativeAMap() throws Exception {
    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                """
                pipeline {
                  agent any
                  stages {
                    stage('image') {
                      steps {
                        %s
                        %s
                        script {
                          def image = %s
                          env.REFERENCE = image.reference
                          echo "first ${image.cache}, ${image['phases'].size()} phase"
                        }
                      }
                    }
                  }
                  post { always { echo "made ${env.REFERENCE}" } }
                }
                """
                    .formatted(
                        images.context("busybox true").replace(";\n", "\n").replace("; ", "\n"),
                        images.prepare(", tags: ['v1', 'v2'], buildArgs: [UNUSED: 1]"),
                        images.prepare(", tags: 'v1', buildArgs: [UNUSED: 1]"))));

    jenkins.assertLogContains("first HIT, 1 phase", run);
    jenkins.assertLogContains("made " + images.registry() + "/" + images.name() + "@sha256:", run);
    assertEquals(2, run.getAction(AiImagesAction.class).getImages().size());
  }

  @Test
  void shouldTellPeopleAndProgramsOfTheImage() throws Exception {
    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                "node {" + images.context("busybox true") + images.prepare(", tags: 'v1'") + "}"));
    String digest = image(run).getDigest();

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      JSONObject own = client.getJSON(run.getUrl() + "aiImages/api/json?depth=2").getJSONObject();
      JSONObject image = own.getJSONArray("images").getJSONObject(0);
      assertEquals("BUILT", image.getString("cache"));
      assertEquals(digest, image.getString("digest"));
      assertEquals("[\"v1\"]", image.getJSONArray("tags").toString());
      assertEquals("BUILT", image.getJSONArray("phases").getJSONObject(0).getString("cache"));
      assertTrue(
          client
              .getJSON(run.getUrl() + "api/json?tree=actions[images[cache,digest]]")
              .getContentAsString()
              .contains(digest));

      HtmlPage summary = client.getPage(run);
      assertTrue(summary.asNormalizedText().contains("BUILT"), summary.asNormalizedText());
      HtmlPage page = client.getPage(run, "aiImages/");
      assertTrue(page.asNormalizedText().contains(digest), page.asNormalizedText());
    }
  }

  @Test
  void shouldKeepTheImageWithTheBuild() throws Exception {
    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                "node {" + images.context("busybox true") + images.prepare("") + "}"));
    AiImage before = image(run);

    jenkins.jenkins.reload();

    WorkflowRun loaded =
        jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    AiImage after = image(loaded);
    assertEquals(before.getDigest(), after.getDigest());
    assertEquals("BUILT", after.getCache());
    assertFalse(after.isRunning());
  }

  @Test
  void shouldGiveBuildArgumentsOfAnyTextToTheBuildOnly() throws Exception {
    String hostile = "--privileged $(touch pwned) `touch pwned`; touch pwned \\' \" | x";
    String context =
        images
            .context("busybox true")
            .replace("RUN busybox true", "ARG V\nRUN busybox printf %s \"\\$V\" > /v");
    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                "node {\n"
                    + context
                    + "def r = "
                    + images.prepare(
                        ", pull: 'always', label: '%s', buildArgs: [V: '%s']"
                            .formatted(hostile, hostile))
                    + "sh \"docker run --rm ${r.reference} /bin/busybox cat /v\"\n"
                    + "sh 'ls'\n}"));

    jenkins.assertLogContains("\n" + hostile.replace("\\'", "'"), run);
    assertFalse(jenkins.jenkins.getWorkspaceFor(run.getParent()).child("pwned").exists());
  }
}
