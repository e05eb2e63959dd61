package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.aiimage.jenkins.settings.Accounts;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who sees which credentials in the snippet generator. */
@WithJenkins
class CredentialsChoiceTest {
  private JenkinsRule jenkins;
  private WorkflowJob job;

  @BeforeEach
  void makeUsers(JenkinsRule rule) throws Exception {
    jenkins = rule;
    job = rule.createProject(WorkflowJob.class, "job");
    for (CredentialsScope scope : List.of(CredentialsScope.GLOBAL, CredentialsScope.SYSTEM)) {
      Accounts.store(rule.jenkins, Accounts.user(scope, "id-" + scope.name(), "jane", "hunter2"));
    }
    rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
    rule.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.ADMINISTER)
            .everywhere()
            .to("admin")
            .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
            .everywhere()
            .to("author")
            .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ)
            .everywhere()
            .to("reader"));
  }

  private List<String> offered(String user, Item item, String current) {
    try (ACLContext ignored = ACL.as2(User.getById(user, true).impersonate2())) {
      return jenkins
          .jenkins
          .getDescriptorByType(PrepareAiProcessorImageStep.DescriptorImpl.class)
          .doFillCredentialsIdItems(item, "reg.example", current)
          .stream()
          .map(option -> option.value)
          .toList();
    }
  }

  @Test
  void shouldOfferToAnAuthorWhatTheJobMayUse() {
    assertEquals(List.of("", "id-GLOBAL"), offered("author", job, ""));
    assertTrue(offered("author", job, "gone").contains("gone"));
  }

  @Test
  void shouldOfferNothingOutsideAJobButToAdministrators() {
    assertEquals(List.of("", "id-GLOBAL"), offered("admin", null, ""));
    assertEquals(List.of("chosen"), offered("author", null, "chosen"));
  }

  @Test
  void shouldShowAReaderOnlyWhatIsChosen() {
    assertEquals(List.of("chosen"), offered("reader", job, "chosen"));
    assertFalse(offered("reader", job, "").contains("id-GLOBAL"));
  }

  @Test
  void shouldAnswerToPostOnly() throws Exception {
    assertEquals(404, ask(HttpMethod.GET, "author").getStatusCode());
    WebResponse answer = ask(HttpMethod.POST, "author");
    assertEquals(200, answer.getStatusCode());
    assertTrue(answer.getContentAsString().contains("id-GLOBAL"), answer.getContentAsString());
    assertFalse(ask(HttpMethod.POST, "reader").getContentAsString().contains("id-GLOBAL"));
  }

  private WebResponse ask(HttpMethod method, String user) throws Exception {
    String path =
        job.getUrl()
            + "descriptorByName/"
            + PrepareAiProcessorImageStep.class.getName()
            + "/fillCredentialsIdItems?registry=reg.example&credentialsId=";
    try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
      client.login(user);
      client.getOptions().setThrowExceptionOnFailingStatusCode(false);
      WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), method);
      if (method == HttpMethod.POST) {
        client.addCrumb(request);
      }
      return client.loadWebResponse(request);
    }
  }
}
