package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepare with a registry that wants a password. */
class CredentialsIT {
  @TempDir private Path folder;
  private Lab lab;
  private RegistryProcess registry;
  private Path context;

  @BeforeEach
  void startRegistry() throws Exception {
    lab = Lab.required(folder.resolve("state"));
    registry = RegistryProcess.withPassword(Files.createDirectory(folder.resolve("registry")));
    context =
        Lab.context(
            folder.resolve("context"),
            Map.of("Dockerfile", "FROM scratch\nCOPY busybox /\n# phase: label\nLABEL a=b\n"));
  }

  @AfterEach
  void stopRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private Said prepare(String password) throws IOException {
    String auth =
        Base64.getEncoder()
            .encodeToString(
                (RegistryProcess.USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    Path config = Files.createDirectories(folder.resolve("docker"));
    Files.writeString(
        config.resolve("config.json"),
        "{\"auths\":{\"" + registry.address() + "\":{\"auth\":\"" + auth + "\"}}}");
    lab.set("DOCKER_CONFIG", config.toString());
    return lab.aiImage(
        "prepare",
        "--context=" + context,
        "--image=app",
        "--registry=" + registry.address(),
        "--report=" + folder.resolve("r.json"),
        "--events=" + folder.resolve("events"),
        "--verbose");
  }

  @Test
  void shouldPushAndFindWithTheStoredLogin() throws IOException {
    Said built = prepare(RegistryProcess.PASSWORD);
    assertEquals(0, built.exitCode(), built.out());
    assertTrue(built.out().contains("image built successfully"), built.out());
    Said hit = prepare(RegistryProcess.PASSWORD);
    assertTrue(hit.out().contains("Using cached AI Processor image from registry"), hit.out());
    for (String file : new String[] {"r.json", "events"}) {
      assertFalse(Files.readString(folder.resolve(file)).contains(RegistryProcess.PASSWORD), file);
    }
    assertFalse(built.out().contains(RegistryProcess.PASSWORD));
  }

  @Test
  void shouldEndBeforeAnythingIsBuiltWhenTheLoginIsWrong() throws IOException {
    Said refused = prepare("wrong-" + RegistryProcess.PASSWORD);
    assertEquals(Problem.REGISTRY_REFUSED.exitCode(), refused.exitCode(), refused.out());
    assertFalse(refused.out().contains("▶"), refused.out());
    assertFalse(refused.out().contains(RegistryProcess.PASSWORD), refused.out());
  }
}
