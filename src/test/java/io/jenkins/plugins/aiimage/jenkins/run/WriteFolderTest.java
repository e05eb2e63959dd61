package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.jenkins.settings.BuildSecrets;
import io.jenkins.plugins.aiimage.jenkins.settings.RegistryLogin;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFolderTest {
  @TempDir private Path parent;

  private String write(RegistryLogin login) throws IOException {
    HashMap<String, ArrayList<String>> parameters = new HashMap<>();
    parameters.put("image", new ArrayList<>(List.of("a b\"'$(touch x)")));
    HashMap<String, String> environment = new HashMap<>();
    environment.put("DOCKER_CONFIG", parent.resolve("users").toString());
    Order order =
        new Order(
            null,
            parameters,
            environment,
            login,
            new BuildSecrets(
                List.of("own=token.txt"), Map.of("hf", "geheim".getBytes(StandardCharsets.UTF_8))),
            "1");
    return new WriteFolder(order).invoke(parent.resolve("ai-image-1").toFile(), null);
  }

  private String read(String file) throws IOException {
    return Files.readString(parent.resolve("ai-image-1").resolve(file));
  }

  @Test
  void shouldLayOutTheRequestTheSecretsAndTheLease() throws IOException {
    assertEquals(System.getProperty("java.home"), write(null));

    JsonObject request = JsonParser.parseString(read("request.json")).getAsJsonObject();
    assertEquals("a b\"'$(touch x)", request.getAsJsonArray("image").get(0).getAsString());
    assertTrue(read("request.json").contains("\"own=token.txt\""));
    assertTrue(read("request.json").contains("\"hf=" + parent.resolve("ai-image-1/secrets/hf")));
    assertFalse(read("request.json").contains("geheim"));
    assertArrayEquals(
        "geheim".getBytes(StandardCharsets.UTF_8),
        read("secrets/hf").getBytes(StandardCharsets.UTF_8));
    assertEquals("", read("lease"));
  }

  @Test
  void shouldGiveTheLoginToDockerAndNobodyElse() throws Exception {
    write(new RegistryLogin("registry.example", "robot", "s3cret"));

    DockerConfig config = new DockerConfig(parent.resolve("ai-image-1/docker/config.json"));
    assertEquals(
        new Credentials.Basic("robot", "s3cret"),
        config.credentials(RegistryHost.parse("registry.example")));
    try (Stream<Path> files = Files.walk(parent.resolve("ai-image-1"))) {
      for (Path file : files.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertTrue(permissions.endsWith("------"), file + " " + permissions);
      }
    }
  }

  @Test
  void shouldTouchNothingWhereARunMayBe() throws IOException {
    write(null);
    Files.writeString(parent.resolve("ai-image-1/events"), "x");

    assertEquals("", write(null));

    assertEquals("x", read("events"));
  }
}
