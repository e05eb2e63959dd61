package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.trivy.DatabaseArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library with the program, a real engine and a real registry. */
class LibraryIT {
  private static final String PACKAGES = "/usr/lib/python3/dist-packages/";

  @TempDir private Path folder;
  private String python;
  private Lab lab;
  private Path workspace;

  @BeforeEach
  void start() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    python = System.getenv("AI_IMAGE_TEST_PYTHON");
    assumeTrue(python != null, "no Python image: run the tests by bin/verify");
    workspace = Files.createDirectories(folder.resolve("ws"));
  }

  /** Three phases, of which the first brings a small module in the place of a large one. */
  private void write(String science) throws IOException {
    Files.writeString(
        workspace.resolve("Dockerfile"),
        String.join(
            "\n",
            "FROM " + python,
            "# phase: torch",
            "RUN echo \"__version__ = '" + folder.getFileName() + "'\" >" + PACKAGES + "torch.py",
            "# phase: science",
            "RUN " + science,
            "# phase: light",
            "RUN echo light >/light",
            ""));
  }

  private Pipeline jenkins(boolean plugin) throws IOException {
    Pipeline jenkins =
        new Pipeline(Files.createDirectories(folder.resolve(UUID.randomUUID().toString())));
    LabAgent agent = new LabAgent(jenkins, workspace, lab);
    if (plugin) {
      agent.installPlugin();
    } else {
      String jar = System.getProperty("aiImage.jar", "target/ai-image.jar");
      jenkins.environment.put("AI_IMAGE_JAR", Path.of(jar).toAbsolutePath().toString());
      jenkins.environment.put("DOCKER_REGISTRY_URL", "http://" + lab.registry());
    }
    jenkins.environment.put("BUILD_NUMBER", "7");
    return jenkins;
  }

  /** Names of stages in their order, without the branches around them. */
  private static List<String> stages(Pipeline jenkins) {
    return jenkins.story.stream()
        .filter(told -> told.startsWith("["))
        .map(told -> told.substring(1))
        .toList();
  }

  private static String example() throws IOException {
    return Files.readString(Path.of("Jenkinsfile.example"))
        .replace("'ai-security-processor'", "'" + Lab.newImage() + "', trivy: false");
  }

  @Test
  void shouldRunTheExampleWithAStageForEachPhaseAndThenFindTheImage() throws Exception {
    write("echo science >/science");
    String example = example();

    Pipeline cold = jenkins(true);
    cold.run(example);
    Pipeline warm = jenkins(true);
    warm.run(example);

    assertEquals(List.of("AI image", "torch", "science", "light", "Use it"), stages(cold));
    assertEquals(List.of("AI image", "AI image", "Use it"), stages(warm));
    assertTrue(cold.story.contains("said " + folder.getFileName()), cold.story.toString());
    assertTrue(warm.story.contains("said " + folder.getFileName()), warm.story.toString());
  }

  @Test
  void shouldRunTheExampleWithoutThePlugin() throws Exception {
    write("echo science >/science");

    Pipeline jenkins = jenkins(false);
    jenkins.run(example());

    assertEquals(List.of("AI image", "torch", "science", "light", "Use it"), stages(jenkins));
    assertTrue(jenkins.story.contains("said " + folder.getFileName()), jenkins.story.toString());
    assertTrue(
        jenkins.story.contains("✅ AI Processor image built successfully")
            || jenkins.story.contains("✅ Using cached AI Processor image from registry"),
        jenkins.story.toString());
  }

  @Test
  void shouldGoOnAfterThePhaseThatFailed() throws Exception {
    String call = "return aiImageStages(image: '" + Lab.newImage() + "', retries: 0)";
    write("echo no >&2 && false");
    Pipeline failing = jenkins(true);

    assertThrows(IllegalStateException.class, () -> failing.runWithLibrary(call));
    write("echo science >/science");
    Pipeline next = jenkins(true);
    Map<?, ?> made = (Map<?, ?>) next.runWithLibrary(call);

    assertEquals(List.of("torch", "science"), stages(failing));
    assertEquals(List.of("science", "light"), stages(next));
    assertEquals(true, made.get("published"));
  }

  @Test
  void shouldFetchTrivysDatabaseBesideTheImageAndScanWithIt() throws Exception {
    write("echo science >/science");
    Instant now = Instant.now();
    String repository = Lab.newImage() + "/trivy-db";
    DatabaseArtifact.vulnerabilities(10_000, now, now.plus(1, ChronoUnit.DAYS))
        .push(lab.registry(), repository, "2");
    // It stands for trivy, and fails where the database is not where it is told.
    Path trivy = Files.createDirectories(folder.resolve("bin")).resolve("trivy");
    Files.writeString(
        trivy,
        "#!/bin/sh\n[ -s \"$TRIVY_CACHE_DIR/db/trivy.db\" ] && echo \"✅ $1 $2 $TRIVY_SEVERITY\"\n");
    assertTrue(trivy.toFile().setExecutable(true));
    Pipeline jenkins = jenkins(true);
    jenkins.environment.merge("PATH", trivy.getParent() + ":", (path, first) -> first + path);

    Map<?, ?> made =
        (Map<?, ?>)
            jenkins.runWithLibrary(
                "return aiImagePipeline(image: '%s', scan: [severity: 'HIGH'], trivy: [sources: '%s'])"
                    .formatted(Lab.newImage(), lab.registry() + "/" + repository + ":2"));

    Object reference = ((Map<?, ?>) made.get("image")).get("reference");
    assertEquals("FETCHED", ((Map<?, ?>) made.get("trivy")).get("result"));
    assertEquals(Map.of("reference", reference, "exitCode", 0), made.get("scan"));
    assertTrue(jenkins.story.contains("✅ image " + reference + " HIGH"), jenkins.story.toString());
  }

  @Test
  void shouldPushWhatThePhasesMade() throws Exception {
    write("echo science >/science");
    String repository = Lab.newImage();
    Pipeline jenkins = jenkins(true);

    Map<?, ?> made =
        (Map<?, ?>)
            jenkins.runWithLibrary(
                "return aiImagePipeline(image: '%s', trivy: false, push: [repository: '%s', tags: ['v7']])"
                    .formatted(Lab.newImage(), repository));

    Map<?, ?> image = (Map<?, ?>) made.get("image");
    Map<?, ?> push = (Map<?, ?>) made.get("push");
    assertEquals(lab.registry() + "/" + repository + ":v7", push.get("image"));
    assertEquals(image.get("digest"), push.get("digest"));
  }
}
