package io.jenkins.plugins.aiimage.jenkins.step;

import static io.jenkins.plugins.aiimage.cli.DatedImages.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.cli.DatedImages;
import io.jenkins.plugins.aiimage.jenkins.result.AiImage;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.run.Images;
import io.jenkins.plugins.aiimage.jenkins.settings.Accounts;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that removes old images, in a real Jenkins with a real registry. */
@WithJenkins
class CleanStepTest {
  private static final String IMAGE = "team/processor";

  @TempDir private Path folder;
  private JenkinsRule jenkins;
  private RegistryProcess registry;

  @BeforeEach
  void startRegistry(JenkinsRule rule) throws Exception {
    jenkins = rule;
    registry = RegistryProcess.withPassword(Files.createDirectory(folder.resolve("registry")));
    Images.keepStateIn(folder.resolve("state"), rule);
    Accounts.store(
        rule.jenkins,
        Accounts.user(
            CredentialsScope.GLOBAL, "robot", RegistryProcess.USER, RegistryProcess.PASSWORD));
    AiImageSettings.get().setRegistry(registry.address());
    AiImageSettings.get().setCredentialsId("robot");
    AiImageSettings.get().setRepositoryPrefix("team/");
  }

  @AfterEach
  void stopRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private DatedImages images(String repository) {
    CredentialSource login =
        CredentialSource.of(new Credentials.Basic(RegistryProcess.USER, RegistryProcess.PASSWORD));
    return new DatedImages(Registry.of(registry.host(), login).repository(repository));
  }

  private WorkflowRun run(Result result, String script) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class);
    job.setDefinition(new CpsFlowDefinition("node { " + script + " }", true));
    return jenkins.buildAndAssertStatus(result, job);
  }

  private String clean(String more) {
    return "cleanAiImages(registry: '%s', image: 'processor', keep: 0%s)\n"
        .formatted(registry.address(), more);
  }

  @Test
  void shouldRemoveOnlyOldImagesOfItsOwnAndNothingInADryRun() throws Exception {
    images(IMAGE).push(50, key(1));
    images(IMAGE).push(50, key(2), "v1");
    images(IMAGE).push(50, "by-hand");
    images(IMAGE).push(20, key(3));
    images("processor").push(50, key(4));
    images("team/other").push(50, key(5));
    Set<String> all = images(IMAGE).tags();

    WorkflowRun dry =
        run(
            Result.SUCCESS,
            "def c = %s echo \"<${c.removed} ${c.kept} ${c.dryRun}>\"\n"
                .formatted(clean(", dryRun: true")));

    jenkins.assertLogContains("<1 2 true>", dry);
    assertEquals(all, images(IMAGE).tags());

    WorkflowRun done =
        run(
            Result.SUCCESS,
            ("def c = %s echo \"<${c.removed} ${c.kept} ${c.dryRun}"
                    + " ${c.bytes > 0} ${c.durationMs > 0}>\"\n")
                .formatted(clean("")));

    jenkins.assertLogContains("<1 2 false true true>", done);
    jenkins.assertLogContains(IMAGE + ":" + key(1), done);
    jenkins.assertLogNotContains(RegistryProcess.PASSWORD, done);
    assertEquals(Set.of(key(2), "v1", "by-hand", key(3)), images(IMAGE).tags());
    assertEquals(Set.of(key(4)), images("processor").tags());
    assertEquals(Set.of(key(5)), images("team/other").tags());
    assertTold(dry, "Only looked. Images that would go: 1", true);
    assertTold(done, "Images removed: 1", false);
  }

  private void assertTold(WorkflowRun run, String words, boolean dry) throws Exception {
    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String page = client.getPage(run, "aiImages/").asNormalizedText();
      assertTrue(page.contains(words), page);
      assertTrue(page.contains(key(1)), page);
      JSONObject cleaning =
          client
              .getJSON(run.getUrl() + "aiImages/api/json?depth=3")
              .getJSONObject()
              .getJSONArray("images")
              .getJSONObject(0)
              .getJSONObject("cleaning");
      assertEquals(dry, cleaning.getBoolean("dryRun"));
      assertEquals(1, cleaning.getInt("removed"));
      assertEquals(2, cleaning.getInt("kept"));
    }
  }

  @Test
  void shouldFailInOneSentenceWhereTheRegistryDoesNotAnswer() throws Exception {
    registry.close();

    WorkflowRun run = run(Result.FAILURE, clean(""));

    AiImage image = run.getAction(AiImagesAction.class).getImages().get(0);
    assertEquals("REGISTRY_UNAVAILABLE", image.getProblem());
    jenkins.assertLogContains("ERROR: " + image.getMessage(), run);
    jenkins.assertLogNotContains("\tat ", run);
  }
}
