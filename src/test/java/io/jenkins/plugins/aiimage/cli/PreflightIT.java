package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said before the first phase. */
class PreflightIT {
  private static final String PHASES =
      """
      FROM scratch
      # phase: one
      COPY busybox /bin/busybox
      # phase: two
      SHELL ["/bin/busybox", "sh", "-c"]
      RUN busybox true
      # phase: three
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", PHASES));
  }

  private Said prepare(String dockerfile, String... more) throws IOException {
    Files.writeString(context.resolve("Dockerfile"), dockerfile);
    List<String> arguments =
        new ArrayList<>(List.of("prepare", "--context=" + context, "--image=" + image));
    arguments.addAll(List.of(more));
    return lab.aiImage(arguments.toArray(String[]::new));
  }

  private void shouldHaveRefused(Said said, String words) {
    assertEquals(2, said.exitCode(), said.out() + said.err());
    assertTrue(said.out().contains(words), said.out());
    assertFalse(said.out().contains(": started ("), said.out());
    assertEquals("", lab.docker("image", "ls", "--quiet", image));
  }

  @Test
  void shouldRefuseWhatTheClassicBuilderDoesNotKnow() throws IOException {
    String dockerfile = PHASES + "RUN --mount=type=cache,target=/c busybox true\n";
    shouldHaveRefused(
        prepare(dockerfile, "--builder=docker"),
        "/Dockerfile, line 8: Docker's classic builder does not know RUN --mount; build with");
    assertEquals(0, prepare(dockerfile, "--builder=buildkit").exitCode());
  }

  @Test
  void shouldBuildByTheClassicBuilderWhatIsLeftOfIt() throws IOException {
    String dockerfile =
        PHASES.replace("RUN busybox", "RUN --mount=type=cache,target=/c busybox")
            + "RUN busybox true\n";
    assertEquals(0, prepare(dockerfile, "--builder=buildkit").exitCode());
    Said rest = prepare(dockerfile + "ENV X=1\n", "--builder=docker");
    assertEquals(0, rest.exitCode(), rest.out());
  }

  @Test
  void shouldRefuseWhatAnOldBuildKitDoesNotKnow() throws IOException {
    String version = lab.docker("version", "--format", "{{.Server.Version}}");
    assumeTrue(version.startsWith("20."), "the engine is Docker " + version);
    shouldHaveRefused(
        prepare(PHASES + "COPY <<EOF /made\nx\nEOF\n", "--builder=buildkit"),
        "/Dockerfile, line 8: the BuildKit of Docker "
            + version
            + " does not know a heredoc (<<); begin the file with # syntax=docker/dockerfile:1");
  }

  @Test
  void shouldRefuseABaseImageUntilSomebodyPushesIt() throws IOException {
    String base = lab.registry() + "/" + Lab.newImage() + ":1";
    shouldHaveRefused(
        prepare("FROM " + base + "\n"),
        "/Dockerfile, line 1: there is no image "
            + base
            + " in registry "
            + lab.registry()
            + "; check its name and tag.");
    assertEquals(0, prepare(PHASES + "RUN busybox true\n", "--tag=v1").exitCode());
    lab.docker("tag", image + ":v1", base);
    lab.docker("push", base);
    lab.docker("image", "rm", base);
    assertEquals(0, prepare("FROM " + base + "\nENV X=1\n").exitCode());
  }

  @Test
  void shouldAskTheRegistryOnceForABaseImageThatOnlyTheEngineHas() throws IOException {
    assertEquals(0, prepare(PHASES + "RUN busybox true\n", "--tag=v1").exitCode());
    try (AnsweringRegistry registry = AnsweringRegistry.start(404)) {
      String base = registry.address() + "/base:1";
      lab.docker("tag", image + ":v1", base);
      Said built = prepare("FROM " + base + "\nENV X=1\n");
      assertEquals(0, built.exitCode(), built.out());
      assertEquals(1, registry.requests());
      Said hit = prepare("FROM " + base + "\nENV X=1\n");
      assertTrue(hit.out().contains("✅ Using cached"), hit.out());
      assertEquals(1, registry.requests());
      lab.docker("image", "rm", base);
    }
  }

  @Test
  void shouldWarnWhereTheImageTookMoreThanThereIsLeft() throws IOException {
    String dockerfile = PHASES + "RUN busybox true\n";
    assertEquals(0, prepare(dockerfile).exitCode());
    Said roomy = prepare(dockerfile, "--force");
    assertFalse(roomy.out().contains("the last time"), roomy.out());
    try (Stream<Path> sizes = Files.list(folder.resolve("state/sizes"))) {
      Path size = sizes.findFirst().orElseThrow();
      assertTrue(Long.parseLong(Files.readString(size)) >= Files.size(Lab.BUSYBOX));
      Files.writeString(size, "5500000000000000");
    }
    Said tight = prepare(dockerfile, "--force");
    assertEquals(0, tight.exitCode(), tight.out());
    int warned = tight.out().indexOf("and this image took 5500 TB the last time");
    assertTrue(warned > 0 && warned < tight.out().indexOf("[1/3] one: started"), tight.out());
  }
}
