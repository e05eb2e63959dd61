package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.sun.net.httpserver.HttpServer;
import hudson.Functions;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;

@WithJenkins
class AiImageSettingsTest {
  private static final String YAML =
      """
      unclassified:
        aiImagePipeline:
          builder: "docker"
          credentialsId: "robot"
          mirrors: "INDEX=https://mirror.example/simple"
          registry: "reg.example:5000"
          repositoryPrefix: "team/ai"
          retries: 2
          stallTimeout: "5m"
          timeout: "20m"
          totalTimeout: "3h"
          trivyMaxAge: "36h"
          trivyMirror: "reg.example/mirror/trivy-db:2"
          trivySources: "reg.example/trivy-db:2"
          verbose: true
      """;

  @TempDir Path folder;
  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) {
    jenkins = rule;
  }

  @AfterEach
  void forgetTheReader() {
    LocaleProvider.setProvider(LocaleProvider.DEFAULT);
  }

  /** As Jenkins does when it starts for real; the test harness knows only the JVM's language. */
  private static void takeTheReadersLanguage() {
    LocaleProvider.setProvider(
        new LocaleProvider() {
          @Override
          public Locale get() {
            return Functions.getCurrentLocale();
          }
        });
  }

  @Test
  void shouldImportAndExportConfigurationAsCode() throws Exception {
    importYaml(YAML);

    AiImageSettings settings = AiImageSettings.get();
    assertEquals(new RegistryChoice("reg.example:5000", "robot", "team/ai"), settings.choice());
    assertEquals(
        Map.of(
            "builder", List.of("docker"),
            "timeout", List.of("20m"),
            "stallTimeout", List.of("5m"),
            "totalTimeout", List.of("3h"),
            "retries", List.of("2"),
            "mirrors", List.of("INDEX=https://mirror.example/simple"),
            "verbose", List.of()),
        settings.limits());
    assertEquals(
        new TrivyChoice(
            settings.choice(),
            List.of("reg.example/trivy-db:2"),
            List.of("reg.example/mirror/trivy-db:2"),
            "36h"),
        settings.trivy());
    String expected = YAML.replace("unclassified:\n", "").replace("retries: 2", "retries: \"2\"");
    assertTrue(exported().contains(expected), AiImageSettingsTest::exportedOrFailure);
  }

  @Test
  void shouldExportNothingThatIsNotSet() throws Exception {
    importYaml("unclassified:\n  aiImagePipeline:\n    timeout: \"20m\"\n");

    String text = exported();
    String own = text.substring(text.indexOf("  aiImagePipeline:\n"));
    assertTrue(
        own.startsWith("  aiImagePipeline:\n    timeout: \"20m\"\n    verbose: false\n"), own);
  }

  @Test
  void shouldKeepAllFieldsThroughTheForm() throws Exception {
    importYaml(YAML);
    Accounts.store(
        Jenkins.get(), Accounts.user(CredentialsScope.GLOBAL, "robot", "jane", "hunter2"));
    RegistryChoice choice = AiImageSettings.get().choice();
    Map<String, List<String>> limits = AiImageSettings.get().limits();
    TrivyChoice trivy = AiImageSettings.get().trivy();

    jenkins.configRoundtrip();

    assertEquals(choice, AiImageSettings.get().choice());
    assertEquals(limits, AiImageSettings.get().limits());
    assertEquals(trivy, AiImageSettings.get().trivy());
  }

  @Test
  void shouldKeepBlankFieldsBlankThroughTheForm() throws Exception {
    jenkins.configRoundtrip();

    AiImageSettings settings = AiImageSettings.get();
    assertTrue(settings.choice().isBlank());
    assertNull(settings.getTimeout());
    assertFalse(settings.isVerbose());
    assertEquals(List.of("auto"), settings.limits().getOrDefault("builder", List.of("auto")));
  }

  @Test
  void shouldSurviveARestart() throws Exception {
    importYaml(YAML);
    RegistryChoice choice = AiImageSettings.get().choice();

    assertEquals(choice, new AiImageSettings().choice());
  }

  @ParameterizedTest
  @CsvSource({"en, Repository prefix", "fr, Préfixe du dépôt", "ru, Префикс репозитория"})
  void shouldSpeakTheReadersLanguage(String language, String label) throws Exception {
    takeTheReadersLanguage();
    JenkinsRule.WebClient client = jenkins.createWebClient();
    client.addRequestHeader("Accept-Language", Locale.forLanguageTag(language).toLanguageTag());

    HtmlPage page = client.goTo("manage/configure");

    assertTrue(page.asNormalizedText().contains(label));
    for (String field : List.of("registry", "verbose")) {
      String url = "descriptor/" + AiImageSettings.class.getName() + "/help/" + field;
      assertTrue(client.goTo(url).asNormalizedText().length() > 20);
    }
  }

  @Test
  void shouldCheckNothingAndShowNothingToThoseWhoMayNotConfigure() throws Exception {
    Accounts.store(
        Jenkins.get(), Accounts.user(CredentialsScope.GLOBAL, "robot", "jane", "hunter2"));
    Accounts.store(
        Jenkins.get(), Accounts.user(CredentialsScope.SYSTEM, "own", "jenkins", "hunter3"));
    jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
    jenkins.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.ADMINISTER)
            .everywhere()
            .to("admin")
            .grant(Jenkins.READ, Jenkins.MANAGE, Jenkins.SYSTEM_READ)
            .everywhere()
            .to("reader"));
    AiImageSettings settings = AiImageSettings.get();

    try (ACLContext ignored = as("reader")) {
      assertEquals(FormValidation.Kind.OK, settings.doCheckRegistry("a/path").kind);
      assertEquals(FormValidation.Kind.OK, settings.doCheckTimeout("soon").kind);
      assertEquals(FormValidation.Kind.OK, settings.doCheckTrivyMirror("A B").kind);
      assertEquals(FormValidation.Kind.OK, settings.doCheckTrivyMaxAge("soon").kind);
      assertEquals(
          FormValidation.ok().toString(),
          settings.doTestConnection("127.0.0.1:1", "robot").toString());
      assertEquals(List.of("robot"), values(settings.doFillCredentialsIdItems("", "robot")));
      assertEquals(List.of(), values(settings.doFillBuilderItems("")));
    }
    try (ACLContext ignored = as("admin")) {
      assertEquals(FormValidation.Kind.ERROR, settings.doCheckRegistry("a/path").kind);
      assertEquals(FormValidation.Kind.ERROR, settings.doCheckTimeout("soon").kind);
      assertEquals(FormValidation.Kind.ERROR, settings.doCheckTrivyMirror("A B").kind);
      assertEquals(FormValidation.Kind.ERROR, settings.doCheckTrivyMaxAge("soon").kind);
      assertEquals(
          FormValidation.Kind.ERROR, settings.doTestConnection("127.0.0.1:1", "robot").kind);
      assertEquals(List.of("", "robot"), values(settings.doFillCredentialsIdItems("", "")));
    }
  }

  @Test
  void shouldAnswerToPostOnly() throws Exception {
    String url = "descriptorByName/" + AiImageSettings.class.getName() + "/testConnection";

    assertEquals(
        404,
        jenkins
            .createWebClient()
            .withThrowExceptionOnFailingStatusCode(false)
            .goTo(url + "?registry=127.0.0.1:1&credentialsId=", null)
            .getWebResponse()
            .getStatusCode());
  }

  @Test
  void shouldTestTheConnectionWithTheCredentialsOfTheForm() throws Exception {
    RegistryLogin login = new RegistryLogin("here", "jane", "hunter2");
    Accounts.store(
        Jenkins.get(), Accounts.user(CredentialsScope.GLOBAL, "robot", "jane", "hunter2"));
    Accounts.store(Jenkins.get(), Accounts.text("text", "hunter2"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/",
        exchange -> {
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
          exchange.sendResponseHeaders(("Basic " + login.token()).equals(given) ? 200 : 401, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "127.0.0.1:" + server.getAddress().getPort();
      AiImageSettings settings = AiImageSettings.get();

      FormValidation good = settings.doTestConnection(address, "robot");
      assertEquals(FormValidation.Kind.OK, good.kind, good.getMessage());
      assertTrue(good.getMessage().endsWith("lets you in as jane."), good.getMessage());
      assertEquals(FormValidation.Kind.ERROR, settings.doTestConnection(address, "").kind);
      FormValidation unknown = settings.doTestConnection(address, "nobody");
      assertTrue(unknown.getMessage().contains("no credentials"), unknown.getMessage());
      FormValidation wrong = settings.doTestConnection(address, "text");
      assertTrue(wrong.getMessage().contains("not for registries"), wrong.getMessage());
    } finally {
      server.stop(0);
    }
  }

  private static ACLContext as(String user) {
    return ACL.as2(User.getById(user, true).impersonate2());
  }

  static List<String> values(ListBoxModel items) {
    return items.stream().map(item -> item.value).toList();
  }

  private void importYaml(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("jenkins.yaml"), yaml);
    ConfigurationAsCode.get().configure(file.toString());
  }

  private static String exported() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ConfigurationAsCode.get().export(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String exportedOrFailure() {
    try {
      return exported();
    } catch (Exception e) {
      return e.toString();
    }
  }
}
