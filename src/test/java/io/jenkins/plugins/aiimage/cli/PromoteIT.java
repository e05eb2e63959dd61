package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OCI images and indexes that go from where they are to where they are wanted; without an engine.
 */
class PromoteIT {
  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private PushLab lab;
  private String registry;
  private String from;
  private DatedImages images;

  @BeforeEach
  void findLab() {
    lab = PushLab.in(folder);
    lab.lab().set("DOCKER_HOST", "unix:///nowhere");
    registry = lab.lab().registry();
    from = registry + "/" + image + ":1";
    images = DatedImages.in(registry, image);
  }

  private Manifest index() throws IOException {
    return images.index("1", images.push(1, "amd64"), images.push(2, "arm64"));
  }

  @Test
  void shouldSetATagOfTheSameRepositoryByTheSameBytes() throws IOException {
    Manifest manifest = images.push(1, "1");

    String plan = lab.pushed("--from", from, "--tag", "prod", "--dry-run");
    assertTrue(plan.contains(registry + "/" + image + ": is there"), plan);
    assertEquals("nothing", PushLab.digest(images.repository(), "prod"));
    String log = lab.pushed("--from", from, "--tag", "prod");

    assertTrue(log.contains("tagged " + registry + "/" + image + ":prod"), log);
    assertEquals(Optional.of("promote"), lab.told().useCase());
    assertEquals(Optional.of(manifest.digest().toString()), lab.told().image().digest());
    assertEquals(lab.raw(from), lab.raw(registry + "/" + image + ":prod"));
    String again = lab.pushed("--from", from, "--tag", "prod");
    assertTrue(again.contains("tag is right: "), again);
  }

  @Test
  void shouldAskAsLittleAsCanBe() throws IOException {
    String digest = images.push(1, "1").digest().toString();
    try (HookedRegistry counting = new HookedRegistry(registry, (request, before) -> 0)) {
      String path = "/v2/" + image + "/manifests/";
      lab.pushed("--from", counting.address() + "/" + image + "@" + digest, "--tag", "prod");
      assertEquals(
          List.of(
              "HEAD " + path + digest,
              "HEAD " + path + "prod",
              "GET " + path + digest,
              "PUT " + path + "prod",
              "HEAD " + path + "prod"),
          counting.asked());
    }
  }

  @Test
  void shouldTakeAnIndexWithAllItsPlatformsIntoAnotherRepository() throws IOException {
    Manifest index = index();

    String log = lab.pushed("--from", from, "--repository", image + "/prod");

    assertTrue(log.contains("; all its layers were there"), log);
    assertArrivedIn(lab.repository(image + "/prod"), index);
    assertEquals(lab.raw(from), lab.raw(registry + "/" + image + "/prod:1"));
  }

  @Test
  void shouldTakeAnIndexToOtherRegistries() throws IOException {
    Manifest index = index();
    try (RegistryProcess other =
        RegistryProcess.open(Files.createDirectory(folder.resolve("registry")))) {
      String plan = lab.pushed("--from", from, "--registry", other.address(), "--dry-run");
      assertTrue(plan.contains("copied from " + registry + "/" + image), plan);

      String log =
          lab.pushed("--from", from, "--registry", other.address(), "--registry", registry);

      assertTrue(log.contains("; sent 2 layers"), log);
      assertArrivedIn(PushLab.repository(other.address(), image), index);
      assertEquals(lab.raw(from), lab.raw(other.address() + "/" + image + ":1"));
      assertEquals(Optional.of(CacheResult.PUSHED), lab.told().image().cache());
      lab.pushed("--from", from, "--registry", other.address());
      assertEquals(Optional.of(CacheResult.HIT), lab.told().image().cache());
    }
  }

  private static void assertArrivedIn(Repository repository, Manifest index) throws IOException {
    assertEquals(index.digest().toString(), PushLab.digest(repository, "1"));
    for (var part : index.content().manifests()) {
      Manifest arrived = repository.get(part.digest().toString());
      for (var blob : arrived.content().blobs()) {
        assertTrue(repository.blobs().has(blob.digest()));
      }
    }
  }

  @Test
  void shouldFailWhereSomebodyElseMovesTheTagMeanwhile() throws IOException {
    Manifest manifest = images.push(1, "1");
    Manifest others = images.push(1, "2");
    try (HookedRegistry registry =
        new HookedRegistry(
            this.registry,
            (request, before) -> {
              // The first time is before it is set, the second time after.
              if (before == 1 && request.equals("HEAD /v2/" + image + "/manifests/prod")) {
                images.repository().put("prod", others);
              }
              return 0;
            })) {
      Said said = lab.push("--from", registry.address() + "/" + image + ":1", "--tag", "prod");

      assertEquals(Problem.TAG_MOVED.exitCode(), said.exitCode(), said.out());
      assertEquals(1, said.out().lines().count(), said.out());
      assertTrue(said.out().contains(others.digest() + " now: somebody else moved it"), said.out());
      assertTrue(said.out().contains(manifest.digest().toString()), said.out());
    }
  }

  @Test
  void shouldPushWhatTheRegistryHasWhereThereIsNoEngine() throws IOException {
    images.push(1, "1");

    lab.pushed(image + ":1", "--registry", registry, "--tag", "2");
    Said missing = lab.push(image + ":3", "--registry", registry);

    assertEquals(
        PushLab.digest(images.repository(), "1"), PushLab.digest(images.repository(), "2"));
    assertEquals(Problem.NO_ENGINE.exitCode(), missing.exitCode(), missing.out());
  }

  @Test
  void shouldSayThatARegistryIsDownOrRefuses() throws IOException {
    images.push(1, "1");
    Said down = lab.push("--from", from, "--registry", "127.0.0.1:1");
    assertEquals(Problem.REGISTRY_UNAVAILABLE.exitCode(), down.exitCode(), down.out());
    assertEquals(1, down.out().lines().count(), down.out());
    try (AnsweringRegistry refusing = AnsweringRegistry.start(401)) {
      Said refused = lab.push("--from", from, "--registry", refusing.address());
      assertEquals(Problem.REGISTRY_REFUSED.exitCode(), refused.exitCode(), refused.out());
      assertEquals(1, refused.out().lines().count(), refused.out());
      assertTrue(refused.out().contains(refusing.address()), refused.out());
    }
  }
}
