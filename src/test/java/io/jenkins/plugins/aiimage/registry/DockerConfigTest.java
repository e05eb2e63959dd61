package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.ALICE;
import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
  /** alice:wonderland */
  private static final String AUTH = "{\"auth\":\"YWxpY2U6d29uZGVybGFuZA==\"}";

  @TempDir Path folder;

  @Test
  void shouldBeAnonymousWithoutAFile() throws Exception {
    assertEquals(
        Credentials.NONE,
        new DockerConfig(folder.resolve("none.json")).credentials(RegistryHost.parse("x.io")));
  }

  @ParameterizedTest
  @CsvSource({
    "x.io, x.io",
    "x.io, https://x.io",
    "x.io, https://x.io/v1/",
    "x.io, https://x.io/v2/",
    "x.io:5000, x.io:5000",
    "localhost:5000, http://localhost:5000",
    "docker.io, https://index.docker.io/v1/",
    "docker.io, docker.io",
    "docker.io, registry-1.docker.io",
  })
  void shouldFindTheLoginOfARegistry(String registry, String key) throws Exception {
    assertEquals(ALICE, ask(registry, "{\"auths\":{\"" + key + "\":" + AUTH + "}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y.io", "x.io:5000", "x.io/team", "https://x.io/team/v1/", "evil.x.io"})
  void shouldNotTakeTheLoginOfAnother(String key) throws Exception {
    assertEquals(Credentials.NONE, ask("x.io", "{\"auths\":{\"" + key + "\":" + AUTH + "}}"));
  }

  @Test
  void shouldReadEveryFormOfLogin() throws Exception {
    assertEquals(
        ALICE,
        ask("x.io", "{\"auths\":{\"x.io\":{\"username\":\"alice\",\"password\":\"wonderland\"}}}"));
    assertEquals(
        new Credentials.IdentityToken("refresh"),
        ask(
            "x.io",
            "{\"auths\":{\"x.io\":{\"auth\":\"YWxpY2U6\",\"identitytoken\":\"refresh\"}}}"));
    assertEquals(Credentials.NONE, ask("x.io", "{\"auths\":{\"x.io\":{}}}"));
    assertEquals(Credentials.NONE, ask("x.io", "{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wonderland",
        "[]",
        "{\"auths\":[]}",
        "{\"auths\":{\"x.io\":7}}",
        "{\"auths\":{\"x.io\":{\"auth\":\"%wonderland\"}}}",
        "{\"auths\":{\"x.io\":{\"auth\":\"YWxpY2U\"}}}",
        "{\"credsStore\":{}}",
      })
  void shouldReportAMalformedFileByItsPath(String json) {
    RegistryException failure = assertKind(Kind.CREDENTIALS, () -> ask("x.io", json));

    assertTrue(failure.getMessage().contains("config.json"), failure.getMessage());
    assertFalse(failure.getMessage().contains("wonderland"), failure.getMessage());
  }

  @Test
  void shouldAskTheHelperByStandardInput() throws Exception {
    helper(
        "test", "read host; echo \"{\\\"Username\\\":\\\"u $1\\\",\\\"Secret\\\":\\\"$host\\\"}\"");

    assertEquals(new Credentials.Basic("u get", "x.io"), ask("x.io", "{\"credsStore\":\"test\"}"));
    assertEquals(
        new Credentials.Basic("u get", "https://index.docker.io/v1/"),
        ask("docker.io", "{\"credsStore\":\"test\"}"));
  }

  @Test
  void shouldPreferTheHelperOfTheRegistry() throws Exception {
    helper("own", "echo '{\"Username\":\"<token>\",\"Secret\":\"refresh\"}'");

    assertEquals(
        new Credentials.IdentityToken("refresh"),
        ask(
            "x.io",
            "{\"credsStore\":\"missing\",\"credHelpers\":{\"x.io\":\"own\"},\"auths\":{\"x.io\":"
                + AUTH
                + "}}"));
  }

  @Test
  void shouldBeAnonymousWhereTheHelperKnowsNothing() throws Exception {
    helper("empty", "echo 'credentials not found in native keychain'; exit 1");

    assertEquals(Credentials.NONE, ask("x.io", "{\"credsStore\":\"empty\"}"));
  }

  @Test
  void shouldReportAHelperThatFails() throws Exception {
    helper("broken", "echo secret; exit 3");
    helper("garbage", "echo secret");
    helper("slow", "exec sleep 60");

    for (String name : new String[] {"broken", "garbage", "slow", "missing", "../bin/true"}) {
      RegistryException failure =
          assertKind(Kind.CREDENTIALS, () -> ask("x.io", "{\"credsStore\":\"" + name + "\"}"));
      assertTrue(failure.getMessage().contains(name), failure.getMessage());
      assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    }
  }

  @Test
  void shouldLookWhereDockerLooks() {
    assertEquals(Path.of("/home/u/.docker/config.json"), DockerConfig.file(Map.of(), "/home/u"));
    assertEquals(
        Path.of("/d/config.json"), DockerConfig.file(Map.of("DOCKER_CONFIG", "/d"), "/home/u"));
  }

  @Test
  void shouldNotShowSecrets() {
    assertFalse(ALICE.toString().contains("wonderland"));
    assertFalse(new Credentials.IdentityToken("refresh").toString().contains("refresh"));
    assertFalse(Authorization.fresh("t0ken").toString().contains("t0ken"));
  }

  private Credentials ask(String registry, String json) throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), json);
    CredentialHelper helper =
        new CredentialHelper(folder.resolve("helper-").toString(), Duration.ofSeconds(2));
    return new DockerConfig(file, helper).credentials(RegistryHost.parse(registry));
  }

  private void helper(String name, String script) throws IOException {
    Path program = Files.writeString(folder.resolve("helper-" + name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
