package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AiImageFolderPropertyTest {
  private JenkinsRule jenkins;
  private Folder outer;
  private Folder inner;
  private FreeStyleProject job;

  @BeforeEach
  void makeFolders(JenkinsRule rule) throws Exception {
    jenkins = rule;
    outer = rule.jenkins.createProject(Folder.class, "outer");
    inner = outer.createProject(Folder.class, "inner");
    job = inner.createProject(FreeStyleProject.class, "job");
    AiImageSettings settings = AiImageSettings.get();
    settings.setRegistry("admin.example");
    settings.setCredentialsId("admin");
    settings.setRepositoryPrefix("all");
    settings.setTimeout("20m");
  }

  @Test
  void shouldTakeEachFieldFromTheNearestFolder() throws Exception {
    outer.addProperty(property("", "outer", "team"));
    inner.addProperty(property("", "", "team/inner"));

    Map<String, List<String>> all = Defaults.of(job).forPrepare(Map.of(), Map.of());

    assertEquals(List.of("admin.example"), all.get("registry"));
    assertEquals(List.of("outer"), all.get("credentialsId"));
    assertEquals(List.of("team/inner/ai-security-processor"), all.get("image"));
    assertEquals(List.of("20m"), all.get("timeout"));
  }

  @Test
  void shouldNotSendTheAdministratorsCredentialsToTheFoldersRegistry() throws Exception {
    outer.addProperty(property("folder.example", "", ""));

    Map<String, List<String>> all = Defaults.of(job).forPrepare(Map.of(), Map.of());

    assertEquals(List.of("folder.example"), all.get("registry"));
    assertNull(all.get("credentialsId"));
  }

  @Test
  void shouldTakeTheSettingsOfARunsJob() throws Exception {
    outer.addProperty(property("folder.example", "folder", ""));

    assertEquals(
        List.of("folder"),
        Defaults.of(jenkins.buildAndAssertSuccess(job))
            .forPrepare(Map.of(), Map.of())
            .get("credentialsId"));
  }

  @Test
  void shouldKeepAllFieldsThroughTheForm() throws Exception {
    Accounts.store(outer, Accounts.user(CredentialsScope.GLOBAL, "folder", "jane", "hunter2"));
    outer.addProperty(property("folder.example", "folder", "team"));

    Folder saved = jenkins.configRoundtrip(outer);

    AiImageFolderProperty property = saved.getProperties().get(AiImageFolderProperty.class);
    assertNotNull(property);
    assertEquals("folder.example", property.getRegistry());
    assertEquals("folder", property.getCredentialsId());
    assertEquals("team", property.getRepositoryPrefix());
  }

  @Test
  void shouldLeaveNothingBehindOfABlankForm() throws Exception {
    Folder saved = jenkins.configRoundtrip(outer);

    assertNull(saved.getProperties().get(AiImageFolderProperty.class));
  }

  @Test
  void shouldCheckNothingAndShowNothingToThoseWhoMayNotConfigureTheFolder() throws Exception {
    Accounts.store(outer, Accounts.user(CredentialsScope.GLOBAL, "folder", "jane", "hunter2"));
    jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
    jenkins.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ)
            .everywhere()
            .to("reader")
            .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
            .everywhere()
            .to("owner"));
    AiImageFolderProperty.DescriptorImpl form =
        jenkins.jenkins.getDescriptorByType(AiImageFolderProperty.DescriptorImpl.class);

    try (ACLContext ignored = as("reader")) {
      assertEquals(FormValidation.Kind.OK, form.doCheckRegistry(outer, "a/path").kind);
      assertEquals(
          FormValidation.Kind.OK, form.doTestConnection(outer, "127.0.0.1:1", "folder").kind);
      assertEquals(
          List.of("x"), AiImageSettingsTest.values(form.doFillCredentialsIdItems(outer, "", "x")));
    }
    try (ACLContext ignored = as("owner")) {
      assertEquals(FormValidation.Kind.ERROR, form.doCheckRegistry(outer, "a/path").kind);
      assertEquals(FormValidation.Kind.OK, form.doCheckRegistry(null, "a/path").kind);
      assertEquals(
          FormValidation.Kind.ERROR, form.doTestConnection(outer, "127.0.0.1:1", "folder").kind);
      assertEquals(
          List.of("", "folder"),
          AiImageSettingsTest.values(form.doFillCredentialsIdItems(inner, "", "")));
    }
  }

  @Test
  void shouldTestTheRegistryThatIsInherited() {
    AiImageSettings.get().setRegistry("127.0.0.1:1");
    AiImageSettings.get().setCredentialsId("");
    AiImageFolderProperty.DescriptorImpl form =
        jenkins.jenkins.getDescriptorByType(AiImageFolderProperty.DescriptorImpl.class);

    String message = form.doTestConnection(inner, "", "").getMessage();

    assertTrue(message.contains("127.0.0.1:1"), message);
  }

  private static AiImageFolderProperty property(String registry, String id, String prefix) {
    AiImageFolderProperty property = new AiImageFolderProperty();
    property.setRegistry(registry);
    property.setCredentialsId(id);
    property.setRepositoryPrefix(prefix);
    return property;
  }

  private static ACLContext as(String user) {
    return ACL.as2(User.getById(user, true).impersonate2());
  }
}
