package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.process.Abort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreClientTest {
  @TempDir private Path folder;

  private Optional<String> logins(Map<String, String> environment) throws IOException {
    Path program = Files.writeString(folder.resolve("podman"), "");
    assertEquals(true, program.toFile().setExecutable(true));
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", folder.toString());
    StoreClient client = StoreClient.onPath("podman", all, new Abort()).orElseThrow();
    return Optional.ofNullable(
        client.command(List.of(), Map.of()).environment().get("REGISTRY_AUTH_FILE"));
  }

  @Test
  void shouldUseTheLoginsOfADockerConfiguration() throws IOException {
    Path config = Files.writeString(folder.resolve("config.json"), "{}");
    assertEquals(
        Optional.of(config.toString()), logins(Map.of("DOCKER_CONFIG", folder.toString())));
  }

  @Test
  void shouldLeaveLoginsAloneThatAreChosenOrMissing() throws IOException {
    assertEquals(Optional.empty(), logins(Map.of()));
    assertEquals(Optional.empty(), logins(Map.of("DOCKER_CONFIG", folder.toString())));
    Files.writeString(folder.resolve("config.json"), "{}");
    assertEquals(
        Optional.of("/own"),
        logins(Map.of("DOCKER_CONFIG", folder.toString(), "REGISTRY_AUTH_FILE", "/own")));
  }

  @Test
  void shouldFindNoProgramWhereThereIsNone() {
    Map<String, String> environment = Map.of("PATH", folder.toString());
    assertEquals(Optional.empty(), StoreClient.onPath("buildah", environment, new Abort()));
  }
}
