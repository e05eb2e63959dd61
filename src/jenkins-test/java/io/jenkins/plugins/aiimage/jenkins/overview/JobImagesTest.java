package io.jenkins.plugins.aiimage.jenkins.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.jenkins.result.IndexRebuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The page of a job over its builds, and the column of a view. */
@WithJenkins
class JobImagesTest {
  private static final String HOSTILE = "<script>alert(1)</script>\u202E& \"'";

  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) {
    jenkins = rule;
  }

  private static Path index(FreeStyleProject job) {
    return job.getRootDir().toPath().resolve("ai-images.jsonl");
  }

  private FreeStyleProject job(String name) throws Exception {
    FreeStyleProject job = jenkins.createFreeStyleProject(name);
    Builds.make(jenkins, job, HOSTILE, false);
    Builds.make(jenkins, job, HOSTILE, true);
    Builds.make(jenkins, job, "Other", false);
    return job;
  }

  @Test
  void shouldShowAJobsBuildsAndLinkThoseThatAreKept() throws Exception {
    FreeStyleProject job = job("job");
    job.getBuildByNumber(1).delete();

    try (WebClient client = jenkins.createWebClient()) {
      HtmlPage page = client.getPage(job, "aiImages/");
      String text = page.asNormalizedText();
      assertTrue(text.contains("<script>alert(1)</script>⟨U+202E⟩"), text);
      assertNull(page.querySelector(".ai-image a[href='../1/aiImages/']"));
      DomElement link = page.querySelector(".ai-image a[href='../2/aiImages/']");
      assertNotNull(link);
      HtmlPage build = link.click();
      assertTrue(
          build.getUrl().getPath().endsWith("/job/job/2/aiImages/"), build.getUrl()::toString);

      JSONObject all = client.getJSON(job.getUrl() + "aiImages/api/json?depth=1").getJSONObject();
      JSONObject newest = all.getJSONArray("images").getJSONObject(0);
      assertEquals("Other", newest.getString("label"));
      assertEquals(3, newest.getJSONArray("builds").getJSONObject(0).getInt("number"));
      String some =
          client
              .getJSON(job.getUrl() + "aiImages/api/json?tree=images[hitRate,builds[result]]")
              .getContentAsString();
      assertTrue(some.contains("\"result\":\"FAILED\""), some);
      String lines =
          client
              .goTo(job.getUrl() + "aiImages/history.jsonl", "application/x-ndjson")
              .getWebResponse()
              .getContentAsString();
      assertEquals(3, lines.lines().count());
      String own = client.getJSON(job.getUrl() + "api/json").getContentAsString();
      assertFalse(own.contains("hitRate"), own);
    }
  }

  @Test
  void shouldHaveNoPageForAJobWithoutImages() throws Exception {
    FreeStyleProject job = jenkins.createFreeStyleProject("job");
    jenkins.buildAndAssertSuccess(job);

    try (WebClient client =
        jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
      assertEquals(404, client.getPage(job, "aiImages/").getWebResponse().getStatusCode());
      assertFalse(Files.exists(index(job)));
    }
  }

  @Test
  void shouldLoadNoBuildForItsPartOfAnyPage() throws Exception {
    job("job");
    ListView view = new ListView("images", jenkins.jenkins);
    view.getColumns().add(new AiImagesColumn());
    jenkins.jenkins.addView(view);
    jenkins.jenkins.reload();
    FreeStyleProject job = jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class);
    assertEquals(0, Builds.loaded(job));

    assertTrue(new JobImages(job).html(null).contains("Other"));
    assertEquals(2, new AiImagesColumn().cells(job).size());
    try (WebClient client = jenkins.createWebClient()) {
      String all = client.goTo("ai-images/").asNormalizedText();
      assertTrue(all.contains("Other"), all);
      String metrics =
          client.goTo("ai-images/prometheus", "text/plain").getWebResponse().getContentAsString();
      assertTrue(metrics.contains("ai_image_runs{job=\"job\",label=\"Other\""), metrics);
    }

    assertEquals(0, Builds.loaded(job));
  }

  @Test
  void shouldShowTheImagesInAColumn() throws Exception {
    job("job");
    jenkins.createFreeStyleProject("other");
    jenkins.jenkins.createProject(MockFolder.class, "folder");
    ListView view = new ListView("images", jenkins.jenkins);
    view.setIncludeRegex(".*");
    view.getColumns().add(new AiImagesColumn());
    jenkins.jenkins.addView(view);

    try (WebClient client = jenkins.createWebClient()) {
      jenkins.submit(client.goTo("view/images/configure").getFormByName("viewConfig"));
      HtmlPage page = client.goTo("view/images/");
      assertEquals(2, page.querySelectorAll(".ai-image-badge").size());
      DomElement newest = page.querySelector(".ai-image-badge");
      assertEquals("from cache", newest.asNormalizedText());
      String cell = newest.getParentNode().asNormalizedText();
      assertTrue(cell.contains("100 %") && cell.contains("Other"), cell);
      DomElement failed = page.querySelector(".ai-image-badge--FAILED");
      String title = failed.getAttribute("title");
      assertTrue(title.startsWith("<script>alert(1)</script>⟨U+202E⟩"), title);
      assertEquals(
          "aiImages", newest.<HtmlPage>click().getUrl().getPath().replaceAll(".*/(?=.)|/", ""));
    }
  }

  @Test
  void shouldFollowAJobThatIsRenamedAndMoved() throws Exception {
    FreeStyleProject job = job("job");
    MockFolder folder = jenkins.jenkins.createProject(MockFolder.class, "a folder");
    job.renameTo("50% of #1 & co");
    hudson.model.Items.move(job, folder);

    try (WebClient client = jenkins.createWebClient()) {
      HtmlPage all = client.goTo("ai-images/");
      DomElement link = all.querySelector(".ai-image tbody a");
      assertEquals("a folder » 50% of #1 & co", link.asNormalizedText());
      HtmlPage page = link.click();
      assertTrue(page.asNormalizedText().contains("Runs of Other"), page.asNormalizedText());
      JSONObject api = client.getJSON("ai-images/api/json").getJSONObject();
      assertEquals(
          "a folder/50% of #1 & co", api.getJSONArray("jobs").getJSONObject(0).getString("name"));
    }
    job.delete();
    assertFalse(Files.exists(index(job)));
  }

  @Test
  void shouldMakeALostIndexAnewOfTheBuilds() throws Exception {
    FreeStyleProject job = job("job");
    String page = read(job);
    String lines = Files.readString(index(job));
    Files.delete(index(job));

    assertEquals(page, awaited(job));
    assertEquals(lines, Files.readString(index(job)));

    // As after an upgrade: nobody remembers that there was one.
    Files.delete(index(job));
    jenkins.jenkins.reload();
    job = jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class);
    assertEquals(page, awaited(job));

    Files.writeString(index(job), "no run\n");
    assertEquals(page, awaited(job));
  }

  private String read(FreeStyleProject job) throws Exception {
    try (WebClient client = jenkins.createWebClient()) {
      return client
          .getPage(job, "aiImages/")
          .<DomElement>querySelector(".ai-image")
          .asNormalizedText();
    }
  }

  /** The page once it is complete; whoever asks first brings that about. */
  private String awaited(FreeStyleProject job) throws Exception {
    try (WebClient client = jenkins.createWebClient()) {
      client.getPage(job);
    }
    Eventually.holds("the index is there", () -> hasIndex(job) && !IndexRebuild.isUnderWay(job));
    return read(job);
  }

  private static boolean hasIndex(FreeStyleProject job) {
    try {
      return Files.exists(index(job)) && Files.readString(index(job)).startsWith("{");
    } catch (IOException e) {
      return false;
    }
  }
}
