package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDockerConfigTest {
  private static final RegistryHost TEAM = RegistryHost.parse("registry.example:5000");
  private static final Credentials.Basic LOGIN = new Credentials.Basic("robot", "s3cret");

  @TempDir private Path folder;
  private Path made;
  private Map<String, String> environment;

  @BeforeEach
  void choose() {
    made = folder.resolve("made");
    environment = Map.of("DOCKER_CONFIG", folder.resolve("users").toString());
  }

  private void users(String json) throws Exception {
    Files.createDirectories(folder.resolve("users"));
    Files.writeString(folder.resolve("users/config.json"), json);
  }

  private Credentials in(Path config, String host) throws Exception {
    return new DockerConfig(config.resolve("config.json")).credentials(RegistryHost.parse(host));
  }

  @Test
  void shouldGiveTheLoginToItsRegistryAndKeepTheUsersOthers() throws Exception {
    users("{\"auths\":{\"other.example\":{\"auth\":\"dXNlcjpwYXNz\"}},\"proxies\":{}}");

    PrivateDockerConfig.write(made, environment, TEAM, LOGIN);

    assertEquals(LOGIN, in(made, "registry.example:5000"));
    assertEquals(new Credentials.Basic("user", "pass"), in(made, "other.example"));
    assertTrue(Files.readString(made.resolve("config.json")).contains("proxies"));
  }

  @Test
  void shouldNotSendDockerToAStoreThatDoesNotHaveTheLogin() throws Exception {
    users("{\"credsStore\":\"none\",\"credHelpers\":{\"registry.example:5000\":\"none\"}}");

    PrivateDockerConfig.write(made, environment, TEAM, LOGIN);

    assertEquals(LOGIN, in(made, "registry.example:5000"));
  }

  @Test
  void shouldDoWithoutAConfigurationOfTheUser() throws Exception {
    PrivateDockerConfig.write(made, environment, TEAM, LOGIN);

    assertEquals(LOGIN, in(made, "registry.example:5000"));
  }

  @Test
  void shouldLetNobodyElseRead() throws Exception {
    PrivateDockerConfig.write(made, environment, TEAM, LOGIN);

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("config.json"))));
  }

  @Test
  void shouldKeepTheUsersPlugins() throws Exception {
    users("{}");
    Files.createDirectories(folder.resolve("users/cli-plugins"));
    Files.createFile(folder.resolve("users/cli-plugins/docker-buildx"));

    PrivateDockerConfig.write(made, environment, TEAM, LOGIN);

    assertTrue(Files.exists(made.resolve("cli-plugins/docker-buildx")));
  }
}
