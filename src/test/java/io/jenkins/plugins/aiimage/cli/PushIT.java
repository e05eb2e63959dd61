package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.PushReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of a real engine that go to a real registry. */
class PushIT {
  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private PushLab lab;
  private String registry;

  @BeforeEach
  void findLab() {
    lab = PushLab.in(folder);
    registry = lab.lab().registry();
  }

  private String digest(String reference) throws IOException {
    return PushLab.digest(lab.repository(image), reference);
  }

  @Test
  void shouldSendWhatOnlyTheEngineHasAndThenNothing() throws IOException {
    lab.build(image + ":1");

    String log = lab.pushed(image + ":1", "--registry", registry, "--tag", "1", "--tag", "2");

    String digest = digest("1");
    assertEquals(Optional.of(digest), lab.told().image().digest());
    assertEquals(Optional.of(CacheResult.PUSHED), lab.told().image().cache());
    assertEquals(Optional.of("push"), lab.told().useCase());
    assertTrue(lab.told().image().published());
    PushReport push = lab.told().image().pushes().get(0);
    assertEquals(image + ":1", push.subject());
    assertEquals(Optional.of(1), push.layersSent());
    assertEquals(digest, digest("2"));
    assertEquals(digest, lab.inspected(registry + "/" + image + ":2"));
    assertTrue(log.contains("; sent 1 layer"), log);
    assertEquals(
        List.of(image + ":1"),
        lab.lab()
            .docker("image", "inspect", "--format", "{{join .RepoTags \" \"}}", image + ":1")
            .lines()
            .toList());

    String again = lab.pushed(image + ":1", "--registry", registry, "--tag", "2");

    assertTrue(again.contains(" is in the registry; nothing was sent"), again);
    assertEquals(Optional.of(CacheResult.HIT), lab.told().image().cache());
    assertEquals(Optional.of(digest), lab.told().image().digest());
    assertEquals(List.of(), lab.told().image().pushes());
  }

  @Test
  void shouldAskAsLittleAsCanBeForAnImageThatIsThere() throws IOException {
    try (HookedRegistry counting = new HookedRegistry(registry, (request, before) -> 0)) {
      String named = counting.address() + "/" + image;
      String id = lab.build(named + ":1").substring("sha256:".length());
      lab.pushed(named + ":1");
      String path = "/v2/" + image + "/manifests/";
      String digest = digest("1");

      counting.forget();
      lab.pushed(named + ":1");
      assertEquals(
          List.of("HEAD " + path + "1", "HEAD " + path + digest),
          counting.asked().stream().sorted().toList());

      counting.forget();
      lab.pushed(named + ":1", "--tag", "1", "--tag", "2");
      assertEquals(
          List.of(
              "GET " + path + digest,
              "HEAD " + path + "1",
              "HEAD " + path + "2",
              "HEAD " + path + "2",
              "HEAD " + path + digest,
              "PUT " + path + "2"),
          counting.asked().stream().sorted().toList());

      lab.lab().docker("tag", named + ":1", image + ":1");
      lab.lab().docker("image", "rm", named + ":1");
      counting.forget();
      lab.pushed(image + ":1", "--registry", counting.address());
      assertEquals(
          List.of("GET " + path + digest, "HEAD " + path + "1", "HEAD " + path + "id-" + id),
          counting.asked().stream().sorted().toList());

      lab.lab().docker("image", "rm", image + ":1");
      counting.forget();
      lab.pushed(image + ":1", "--registry", counting.address());
      assertEquals(List.of("HEAD " + path + "1", "HEAD " + path + "1"), counting.asked());
    }
  }

  @Test
  void shouldMountWhatAnotherRepositoryOfTheRegistryHas() throws IOException {
    try (HookedRegistry counting = new HookedRegistry(registry, (request, before) -> 0)) {
      String named = counting.address() + "/" + image;
      lab.build(named + ":1");
      lab.pushed(named + ":1");
      counting.forget();

      String plan = lab.pushed(named + ":1", "--repository", image + "/prod", "--dry-run");
      assertTrue(plan.contains("without moving a layer, from " + named), plan);
      String log = lab.pushed(named + ":1", "--repository", image + "/prod");

      assertTrue(log.contains("; its layer was there"), log);
      assertEquals(List.of(), PushLab.uploads(counting.asked()));
      assertEquals(digest("1"), PushLab.digest(lab.repository(image + "/prod"), "1"));
    }
  }

  @Test
  void shouldGiveSeveralRegistriesTheSameDigestEachWithItsOwnLogin() throws IOException {
    try (RegistryProcess second =
        RegistryProcess.withPassword(Files.createDirectory(folder.resolve("registry")))) {
      lab.login(second.address(), RegistryProcess.USER, RegistryProcess.PASSWORD);
      lab.build(image + ":1");

      Path events = folder.resolve("events");
      String[] words = {
        image + ":1", "--registry=" + registry, "--registry=" + second.address(), "--tag=1"
      };
      String plan = lab.pushed(words[0], words[1], words[2], words[3], "--dry-run");
      String log =
          lab.pushed(words[0], words[1], words[2], words[3], "--verbose", "--events=" + events);

      assertTrue(plan.contains("copied from the first registry"), plan);
      assertEquals(2, lab.told().image().pushes().size());
      assertEquals(
          digest("1"),
          lab.skopeo(
              "inspect",
              "--tls-verify=false",
              "--creds=" + RegistryProcess.USER + ":" + RegistryProcess.PASSWORD,
              "--format={{.Digest}}",
              "docker://" + second.address() + "/" + image + ":1"));
      String all = log + Files.readString(lab.report()) + Files.readString(events);
      assertFalse(all.contains(RegistryProcess.PASSWORD), all);
      assertTrue(Files.readString(events).contains("\"event\":\"Tagged\""), all);
      String again = lab.pushed(words);
      assertTrue(again.contains("nothing was sent"), again);
    }
  }

  @Test
  void shouldPushAnImageThatHasNoNameAndLeaveItInTheEngine() throws IOException {
    String id = lab.build(image + ":1");
    lab.lab().docker("tag", image + ":1", image + ":2");
    String shortId = id.substring("sha256:".length(), "sha256:".length() + 12);
    lab.pushed(shortId, "--registry", registry, "--repository", image, "--tag", "short");
    // Then only the name under which it travels is left, and then none.
    lab.lab().docker("image", "rm", image + ":2");
    lab.lab().docker("tag", id, registry + "/" + image + ":id-" + id.substring(7));
    lab.lab().docker("image", "rm", image + ":1");

    lab.pushed(id, "--registry", registry, "--repository", image + "/other", "--tag", "1");

    assertTrue(lab.engineHas(id));
    assertEquals(digest("short"), PushLab.digest(lab.repository(image + "/other"), "1"));
    Said unknown = lab.push("0123456789ab", "--registry=" + registry, "--repository=x", "--tag=1");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.out().contains("The engine has no image 0123456789ab"), unknown.out());
  }

  @Test
  void shouldTakeAHexadecimalNameForNoId() throws IOException {
    String id = lab.build(image + ":1");

    Said said = lab.push(id.substring(7, 14), "--registry", registry);

    assertEquals(2, said.exitCode(), said.out());
  }

  @Test
  void shouldTagWhatOnlyTheRegistryHas() throws IOException {
    lab.build(image + ":1");
    lab.pushed(image + ":1", "--registry", registry);
    String digest = digest("1");
    lab.lab().docker("image", "rm", image + ":1");

    lab.pushed(image + ":1", "--registry", registry, "--tag", "2");
    lab.pushed(registry + "/" + image + "@" + digest, "--tag", "3");

    assertEquals(List.of(digest, digest), List.of(digest("2"), digest("3")));
    assertEquals(List.of(), lab.told().image().pushes());
    String named = registry + "/" + image + ":1";
    lab.pushed(named, "--repository", image + "/prod");
    assertEquals(digest, PushLab.digest(lab.repository(image + "/prod"), "1"));
  }

  @Test
  void shouldNotTakeAnOldImageAtTheDestinationForTheOneThatIsMeant() throws IOException {
    lab.build(image + ":1");
    lab.pushed(image + ":1", "--registry", registry, "--repository", image + "/prod");
    lab.lab().docker("image", "rm", image + ":1");

    Said said = lab.push(image + ":1", "--registry", registry, "--repository", image + "/prod");

    assertEquals(2, said.exitCode(), said.out());
    assertEquals(1, said.out().lines().count(), said.out());
    assertTrue(said.out().contains("nor is there " + registry + "/" + image + ":1"), said.out());
    Said missing = lab.push("--from", registry + "/" + image + ":1", "--tag", "2");
    assertEquals(2, missing.exitCode(), missing.out());
    assertTrue(missing.out().contains("/" + image + ":1 is not there"), missing.out());
  }

  @Test
  void shouldPushTwoImagesInOneGo() throws IOException {
    lab.build(image + "/a:1");
    lab.build(image + "/b:1");

    lab.pushed(image + "/a:1", image + "/b:1", "--registry", registry, "--tag", "7");

    assertEquals(2, lab.told().image().pushes().size());
    String a = PushLab.digest(lab.repository(image + "/a"), "7");
    assertFalse(a.equals(PushLab.digest(lab.repository(image + "/b"), "7")));
    assertEquals(Optional.of(a), lab.told().image().digest());
    Said same =
        lab.push(image + "/a:1", image + "/b:1", "--registry=" + registry, "--repository=" + image);
    assertEquals(2, same.exitCode(), same.out());
  }

  @Test
  void shouldOnlySayWhatItWouldDo() throws IOException {
    lab.build(image + ":1");
    String[] words = {image + ":1", "--registry", registry, "--tag", "1", "--dry-run"};

    String plan = lab.pushed(words);

    assertTrue(plan.contains("→ " + registry + "/" + image + ": sent by Docker "), plan);
    assertTrue(plan.contains("would set the tag 1"), plan);
    assertEquals(Optional.of(CacheResult.PUSHED), lab.told().image().planned());
    assertEquals("nothing", digest("1"));
    assertEquals("nothing", digest("id-" + lab.id(image + ":1").substring(7)));
    lab.pushed(image + ":1", "--registry", registry);
    String there = lab.pushed(words);
    assertTrue(there.contains(": is there\n"), there);
    assertFalse(there.contains("would set"), there);
    assertEquals(Optional.of(CacheResult.HIT), lab.told().image().planned());
  }
}
