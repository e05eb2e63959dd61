package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Item;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a build shows of its images, in a real Jenkins; no image is made. */
@WithJenkins
class BuildPageTest {
  private static final String HOSTILE =
      "<script>alert(1)</script>\u202E\u0007\"'" + "x".repeat(10_000);

  private JenkinsRule jenkins;
  private WorkflowJob job;

  @BeforeEach
  void makeJob(JenkinsRule rule) throws Exception {
    jenkins = rule;
    job = rule.createProject(WorkflowJob.class, "job");
    job.setDefinition(new CpsFlowDefinition("echo 'done'", true));
  }

  private static ImageSource source(String id) {
    return new ImageSource(id, "3", Optional.empty());
  }

  private WorkflowRun build(RunReport... reports) throws Exception {
    WorkflowRun run = jenkins.buildAndAssertSuccess(job);
    AiImagesAction images = AiImagesAction.of(run);
    for (int i = 0; i < reports.length; i++) {
      images.put(source("step-" + i), false, reports[i]);
      images.compare("step-" + i);
    }
    images.save();
    return run;
  }

  private static RunReport image(String label, String key, Input... files) {
    ReportFold fold = new ReportFold();
    Instant time = Instant.parse("2026-03-02T09:15:00Z");
    Inputs inputs = new Inputs(List.of(), List.of(), List.of(), List.of(files));
    List<Event> events =
        List.of(
            new Event.RunStarted("prepare", "r/x", List.of(), label, "registry r", "1"),
            new PrepareEvent.RecipeRead(key, "linux/amd64", List.of(), files.length, 1),
            new PrepareEvent.InputsRead(inputs));
    for (int i = 0; i < events.size(); i++) {
      fold.on(new Entry(i + 1, time, events.get(i)));
    }
    return fold.report();
  }

  @Test
  void shouldShowEachImageInALineAndOnAPage() throws Exception {
    WorkflowRun run = build(Stories.fold(Stories.hit()), Stories.fold(Stories.failed()));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String summary = client.getPage(run).asXml();
      assertTrue(summary.contains("aiImages/#image-2"), summary);
      HtmlPage page = client.getPage(run, "aiImages/");
      assertTrue(page.getElementById("image-1").getTextContent().contains("HIT"));
      assertTrue(page.getElementById("image-2").getTextContent().contains("FAILED"));
      String log = page.getAnchorByText("of this step").getHrefAttribute();
      assertTrue(log.endsWith("/job/job/1/execution/node/3/log/"), log);
      assertTrue(page.asXml().contains("report/html/report.css"), "the style sheet");
    }
  }

  @Test
  void shouldTellHowABuildStandsUntilItIsOver() throws Exception {
    job.setDefinition(new CpsFlowDefinition("sleep 600", true));
    WorkflowRun run = job.scheduleBuild2(0).waitForStart();
    RunReport begun = Stories.fold(Stories.built().subList(0, 6));
    AiImagesAction.of(run).put(source("step"), true, begun);

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      WebResponse live = client.goTo(run.getUrl() + "aiImages/live").getWebResponse();
      assertTrue(live.getContentAsString().contains("data-seconds=\"2\""));
      assertTrue(live.getContentAsString().contains("RUNNING"), live.getContentAsString());
      assertTrue(live.getResponseHeaderValue("Cache-Control").contains("no-store"));
      assertTrue(rest(client, run).getBoolean("running"));

      run.doStop();
      jenkins.waitForCompletion(run);

      for (String view : List.of("live", "liveSummary")) {
        String over =
            client.goTo(run.getUrl() + "aiImages/" + view).getWebResponse().getContentAsString();
        assertTrue(over.contains("data-seconds=\"0\""), over);
        assertTrue(over.contains("UNFINISHED"), over);
      }
      assertFalse(rest(client, run).getBoolean("running"));
    }
  }

  private static JSONObject rest(JenkinsRule.WebClient client, WorkflowRun run) throws Exception {
    return client
        .getJSON(run.getUrl() + "aiImages/api/json?depth=2")
        .getJSONObject()
        .getJSONArray("images")
        .getJSONObject(0);
  }

  @Test
  void shouldTellNobodyWhoMayNotSeeTheBuild() throws Exception {
    WorkflowRun run = build(Stories.fold(Stories.hit()));
    jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
    jenkins.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.READ)
            .everywhere()
            .to("reader", "stranger")
            .grant(Item.READ)
            .everywhere()
            .to("reader"));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      client.setThrowExceptionOnFailingStatusCode(false);
      String live = run.getUrl() + "aiImages/live";
      client.login("stranger");
      assertEquals(404, client.goTo(live, null).getWebResponse().getStatusCode());
      client.login("reader");
      assertEquals(200, client.goTo(live).getWebResponse().getStatusCode());
    }
  }

  @Test
  void shouldTakeALabelOfAnyTextForText() throws Exception {
    WorkflowRun run = build(image(HOSTILE, "k"));

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      for (String page : List.of("", "aiImages/", "aiImages/live", "aiImages/liveSummary")) {
        String html = client.goTo(run.getUrl() + page).getWebResponse().getContentAsString();
        assertFalse(html.contains("<script>alert"), page);
        assertFalse(html.contains("\u202E"), page);
        assertTrue(html.contains("&lt;script&gt;alert"), page);
      }
      assertEquals(HOSTILE.substring(0, 300) + "…", rest(client, run).getString("label"));
    }
  }

  @Test
  void shouldKeepWhatChangedAlsoWhereTheBuildBeforeIsGone() throws Exception {
    WorkflowRun first = build(image("X", "k1", new Input("app.py", "1")));
    build(image("Other", "k3"));
    WorkflowRun run = build(image("X", "k2", new Input("app.py", "2")));
    first.delete();

    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      String page = client.getPage(run, "aiImages/").asNormalizedText();
      assertTrue(page.contains("What changed since #1"), page);
      JSONObject image = rest(client, run);
      assertEquals(1, image.getInt("comparedWith"));
      assertEquals("app.py", image.getJSONArray("changes").getJSONObject(0).getString("name"));
      assertEquals("2", image.getJSONArray("inputs").getJSONObject(0).getString("digest"));
    }
  }

  @Test
  void shouldReadWhatFormerVersionsWrote() throws Exception {
    WorkflowRun run = build(Stories.fold(Stories.built()));
    Path file = run.getRootDir().toPath().resolve("build.xml");
    String xml = Files.readString(file);
    String former =
        xml.replaceAll("<node>.*?</node>", "")
            .replaceAll("(?s)<comparison>.*?</comparison>", "")
            .replaceAll("(,&quot;|,\")(current|storage)(&quot;|\"):null", "")
            .replaceAll("(,&quot;|,\")waits(&quot;|\"):\\[]", "");
    assertFalse(former.equals(xml));
    Files.writeString(file, former);

    jenkins.jenkins.reload();

    WorkflowRun loaded =
        jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    AiImage image = loaded.getAction(AiImagesAction.class).getImages().get(0);
    assertEquals("BUILT", image.getCache());
    assertNull(image.getChanges());
    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      HtmlPage page = client.getPage(loaded, "aiImages/");
      String log = page.getAnchorByText("of this step").getHrefAttribute();
      assertTrue(log.endsWith("/job/job/1/console"), log);
    }
  }
}
