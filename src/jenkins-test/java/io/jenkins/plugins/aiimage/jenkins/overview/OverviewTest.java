package io.jenkins.plugins.aiimage.jenkins.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Computer;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Node;
import io.jenkins.plugins.aiimage.jenkins.history.AgentNotes;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.htmlunit.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who sees what of all jobs and agents. */
@WithJenkins
class OverviewTest {
  private JenkinsRule jenkins;
  private Node agent;

  @BeforeEach
  void makeJobsAndUsers(JenkinsRule rule) throws Exception {
    jenkins = rule;
    MockFolder folder = rule.jenkins.createProject(MockFolder.class, "team");
    FreeStyleProject open = folder.createProject(FreeStyleProject.class, "open");
    FreeStyleProject secret = rule.createFreeStyleProject("secret");
    Builds.make(rule, open, "Open image", false);
    Builds.make(rule, secret, "Secret image", true);
    agent = rule.createSlave();
    note(agent.getNodeName());
    note("");
    note("gone");
    rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
    rule.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.ADMINISTER)
            .everywhere()
            .to("admin")
            .grant(Jenkins.READ)
            .everywhere()
            .to("developer", "operator", "scraper")
            .grant(Item.READ)
            .onItems(folder, open)
            .to("developer")
            .grant(Computer.CONNECT)
            .everywhere()
            .to("operator")
            .grant(Overview.METRICS)
            .everywhere()
            .to("scraper"));
  }

  private void note(String name) throws Exception {
    Instant now = Instant.now();
    new AgentNotes(jenkins.jenkins.getRootDir().toPath())
        .take(
            new MachineNote(
                name,
                Map.of("vulnerabilities", new MachineNote.Database(now.minusSeconds(7200), now)),
                Optional.of(new MachineNote.Storage("/var/lib/docker", 5, 10, now))),
            known -> true);
  }

  private Page ask(String user, String path) throws Exception {
    try (WebClient client =
        jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
      return client.login(user).goTo(path, null);
    }
  }

  private String text(String user, String path) throws Exception {
    Page page = ask(user, path);
    assertEquals(200, page.getWebResponse().getStatusCode());
    return page.getWebResponse().getContentAsString();
  }

  @Test
  void shouldShowEverybodyWhatTheyMayRead() throws Exception {
    for (String path :
        new String[] {"ai-images/", "ai-images/api/json", "ai-images/history.jsonl"}) {
      String developer = text("developer", path);
      assertTrue(developer.contains("Open image"), developer);
      assertFalse(developer.contains("Secret image"), developer);
      assertFalse(developer.contains("/var/lib/docker"), developer);
      assertTrue(text("admin", path).contains("Secret image"), path);
      assertFalse(text("operator", path).contains("Open image"), path);
    }
    String operator = text("operator", "ai-images/");
    assertTrue(operator.contains("/var/lib/docker"), operator);
    assertTrue(operator.contains(agent.getNodeName()), operator);
    assertTrue(operator.contains("Built-in node"), operator);
    assertFalse(operator.contains("gone"), operator);
    String agents = text("admin", "ai-images/api/json?tree=agents[name,freeBytes]");
    assertTrue(agents.contains("\"built-in\"") && agents.contains("\"freeBytes\":5"), agents);

    assertTrue(text("developer", "").contains("/ai-images\""));
    assertFalse(text("operator", "").contains("/ai-images\""));
    assertEquals(404, ask("developer", "job/secret/aiImages/").getWebResponse().getStatusCode());
  }

  @Test
  void shouldGiveMetricsOfAllJobsToWhoMayHaveThem() throws Exception {
    String metrics = text("scraper", "ai-images/prometheus");

    assertTrue(metrics.contains("ai_image_runs{job=\"secret\",label=\"Secret image\""), metrics);
    assertTrue(metrics.contains("ai_image_runs{job=\"team/open\",label=\"Open image\""), metrics);
    String free =
        "ai_image_engine_storage_free_bytes{agent=\"built-in\",folder=\"/var/lib/docker\"} 5";
    assertTrue(metrics.contains(free), metrics);
    assertFalse(metrics.contains("gone"), metrics);
    Page page = ask("admin", "ai-images/prometheus");
    assertEquals("text/plain", page.getWebResponse().getContentType());
    for (String user : new String[] {"developer", "operator"}) {
      Page refused = ask(user, "ai-images/prometheus");
      assertEquals(403, refused.getWebResponse().getStatusCode(), user);
    }
    assertFalse(text("scraper", "ai-images/").contains("Secret image"));
  }
}
