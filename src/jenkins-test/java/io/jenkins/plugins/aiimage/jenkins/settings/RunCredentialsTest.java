package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import hudson.model.Run;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RunCredentialsTest {
  private Run<?, ?> run;
  private StandardCredentials robot;
  private StandardCredentials text;

  @BeforeEach
  void makeRun(JenkinsRule jenkins) throws Exception {
    run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
    robot = Accounts.user(CredentialsScope.GLOBAL, "robot", "jane", "hunter2");
    Accounts.store(Jenkins.get(), robot);
    Accounts.store(
        Jenkins.get(), Accounts.user(CredentialsScope.SYSTEM, "own", "jenkins", "hunter3"));
    text = Accounts.text("text", "hunter4");
    Accounts.store(Jenkins.get(), text);
  }

  @Test
  void shouldFindTheLoginAndRecordItsUse() throws Exception {
    assertEquals(
        Optional.of(new RegistryLogin("reg.example:5000", "jane", "hunter2")),
        RegistryLogin.of(run, "https://reg.example:5000", " robot "));
    assertEquals(Optional.empty(), RegistryLogin.of(run, "reg.example", " "));
    assertNotNull(CredentialsProvider.getFingerprintOf(robot));
  }

  @Test
  void shouldSayWhyThereIsNoLogin() {
    assertEquals(
        "credentialsId: there are no credentials \"nobody\" that this job may use.",
        refusal("nobody"));
    assertEquals(
        "credentialsId: there are no credentials \"own\" that this job may use.", refusal("own"));
    assertTrue(refusal("text").startsWith("credentialsId: the credentials \"text\" are not for"));
  }

  private String refusal(String id) {
    return assertThrows(AbortException.class, () -> RegistryLogin.of(run, "reg.example", id))
        .getMessage();
  }

  @Test
  void shouldGiveTheContentOfSecretsAndRecordTheirUse() throws Exception {
    BuildSecrets secrets =
        BuildSecrets.resolve(run, List.of("pip=/run/pip.conf", "token=credential:text"));

    assertEquals(List.of("pip=/run/pip.conf"), secrets.files());
    assertArrayEquals("hunter4".getBytes(StandardCharsets.UTF_8), secrets.contents().get("token"));
    assertEquals(List.of("hunter4"), secrets.secrets());
    assertNotNull(CredentialsProvider.getFingerprintOf(text));
  }

  @Test
  void shouldRefuseSecretsInOneSentence() {
    for (String value : List.of("a=credential:robot", "a=credential:nobody", "hunter5")) {
      String message =
          assertThrows(AbortException.class, () -> BuildSecrets.resolve(run, List.of(value)))
              .getMessage();
      assertTrue(message.startsWith("secrets: ") && message.endsWith("."), message);
    }
  }
}
