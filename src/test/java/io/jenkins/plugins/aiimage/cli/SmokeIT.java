package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests in an image come to, and what they leave. */
class SmokeIT {
  private static final String PYTHON = System.getenv("AI_IMAGE_TEST_PYTHON");

  @TempDir private Path folder;
  private Lab lab;

  @BeforeEach
  void findImage() {
    lab = Lab.required(folder.resolve("state"));
    assumeTrue(PYTHON != null, "no image with Python: run the tests by bin/verify");
    lab.docker("pull", "--quiet", PYTHON);
  }

  private String containers() {
    return lab.docker("ps", "--all", "--quiet", "--filter", "name=ai-image-smoke-");
  }

  @Test
  void shouldPassWhatWorksWithoutANetwork() throws IOException {
    Path result = folder.resolve("result.json");

    Said said =
        lab.aiImage(
            "smoke",
            PYTHON,
            "--import=json",
            "--import=xml.dom",
            "--command=test \"$(ls /sys/class/net)\" = lo && echo 'a b' | grep -q 'a b'",
            "--max-size=5GB",
            "--result=" + result);

    assertEquals(0, said.exitCode(), said.out());
    assertTrue(said.out().contains("✅ All 4 tests passed"), said.out());
    JsonObject json = JsonParser.parseString(Files.readString(result)).getAsJsonObject();
    assertEquals(PYTHON, json.get("image").getAsString());
    assertTrue(json.get("bytes").getAsLong() > 1_000_000);
    assertEquals(4, json.getAsJsonArray("tests").size());
    assertEquals("", containers());
  }

  @Test
  void shouldRunAllAndShowTheOutputOfThoseThatFail() {
    Said said =
        lab.aiImage("smoke", PYTHON, "--import=no_such_module", "--command=echo told; true");

    assertEquals(20, said.exitCode(), said.out());
    assertTrue(said.out().contains("✗ import no_such_module after "), said.out());
    assertTrue(said.out().contains("    Traceback (most recent call last):"), said.out());
    assertTrue(
        said.out()
            .contains(
                "❌ The smoke test \"import no_such_module\" failed with exit code 1:"
                    + " ModuleNotFoundError: No module named 'no_such_module'"),
        said.out());
    assertTrue(said.out().contains("✓ echo told; true"), said.out());
  }

  @Test
  void shouldLeaveNoContainerOfATestThatDoesNotEnd() {
    Said said = lab.aiImage("smoke", PYTHON, "--command=echo waiting; sleep 600", "--timeout=2s");

    assertEquals(20, said.exitCode(), said.out());
    assertTrue(said.out().contains("failed with no end within 2 s"), said.out());
    assertTrue(said.out().contains("    waiting\n"), said.out());
    assertEquals("", containers());
  }

  @Test
  void shouldFailForTheSizeAlone() {
    Said said = lab.aiImage("smoke", PYTHON, "--max-size=1kB");

    assertEquals(21, said.exitCode(), said.out());
    assertTrue(said.out().contains("where the maximal size allows 1000"), said.out());
  }

  @Test
  void shouldPullNothing() {
    Said said = lab.aiImage("smoke", lab.registry() + "/" + Lab.newImage(), "--command=true");

    assertEquals(2, said.exitCode(), said.out());
    assertTrue(said.out().contains("❌ The engine has no image "), said.out());
  }

  @Test
  void shouldTestImagesOfBuildah() throws IOException {
    try (ContainersStore store = ContainersStore.in(folder.resolve("store"), lab, "buildah")) {
      String recipe = "FROM scratch\nCOPY busybox /bin/sh\nCOPY busybox /bin/ls\nCMD [\"ls\"]\n";
      Path context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", recipe));
      String image = Lab.newImage();
      Said made =
          lab.aiImage("prepare", "--context=" + context, "--image=" + image, "--builder=buildah");
      assertEquals(0, made.exitCode(), made.out());

      Said passed = lab.aiImage("smoke", image, "--command=ls /bin", "--builder=buildah");
      Said failed = lab.aiImage("smoke", image, "--command=ls /none", "--builder=buildah");

      assertEquals(0, passed.exitCode(), passed.out());
      assertEquals(20, failed.exitCode(), failed.out());
      assertTrue(failed.out().contains("exit code 1: ls: /none: No such file"), failed.out());
      assertFalse(failed.out().contains("STEP "), failed.out());
    }
  }
}
