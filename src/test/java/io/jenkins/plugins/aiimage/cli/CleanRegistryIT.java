package io.jenkins.plugins.aiimage.cli;

import static io.jenkins.plugins.aiimage.cli.DatedImages.id;
import static io.jenkins.plugins.aiimage.cli.DatedImages.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clean removes from a real registry, and what not. No engine is there. */
class CleanRegistryIT {
  @TempDir private static Path shared;
  private static RegistryProcess registry;
  private final String image = Lab.newImage();
  @TempDir private Path folder;

  @BeforeAll
  static void startRegistry() {
    registry = RegistryProcess.open(shared);
  }

  @AfterAll
  static void stopRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private DatedImages images() {
    return DatedImages.in(registry.address(), image);
  }

  private Said cleanAt(String address, String... more) {
    List<String> words = new ArrayList<>(List.of("clean", "--registry", address, "--image", image));
    words.addAll(List.of("--report", folder.resolve("r.json").toString()));
    words.addAll(List.of(more));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineInterface(
                Map.of("PATH", "", "HOME", folder.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words.toArray(String[]::new));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Said clean(String... more) {
    Said said = cleanAt(registry.address(), more);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return said;
  }

  private Cleaning report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")))
        .details(Cleaning.class)
        .orElseThrow();
  }

  private static Set<String> set(String... tags) {
    return new TreeSet<>(List.of(tags));
  }

  @Test
  void shouldRemoveWhatIsOldAndKeepTheNewest() throws IOException {
    Manifest oldest = images().push(50, key(1), id(1));
    images().push(45, key(2));
    images().push(40, key(3));
    images().push(1, key(4));
    Said said = clean("--keep", "2");
    assertEquals(set(key(3), key(4)), images().tags());
    assertFalse(images().has(oldest));
    assertTrue(said.out().contains("✅ Removed 3 tags of 2 images, "), said.out());
    assertEquals(2, report().removed().size());
    assertEquals(2, report().total().orElseThrow().kept());
    assertEquals(
        Set.of("it is among the newest 2"),
        Set.copyOf(report().kept().stream().map(Cleaning.Keeping::reason).toList()));
  }

  @Test
  void shouldLeaveWhatAPersonHasTagged() throws IOException {
    Manifest released = images().push(400, key(1), "1.0", id(1));
    Manifest persons = images().push(400, "2.0");
    images().push(400, key(2));
    Manifest alike = images().push(400, "key-12", "key-" + "G".repeat(64), key(3) + "0");
    clean("--keep", "0", "--older-than", "1h");
    assertTrue(images().has(released) && images().has(persons) && images().has(alike));
    assertEquals(
        set(key(1), id(1), "1.0", "2.0", "key-12", "key-" + "G".repeat(64), key(3) + "0"),
        images().tags());
    assertEquals(released.digest(), images().repository().get("1.0").digest());
  }

  @Test
  void shouldLeaveThePartsOfAnIndexThatStays() throws IOException {
    Manifest amd64 = images().push(400, key(1));
    Manifest arm64 = images().push(400, key(2));
    Manifest single = images().push(400, key(3));
    images().index("release", amd64, arm64);
    Manifest gone = images().index(key(4), single);
    clean("--keep", "0");
    assertEquals(set("release", key(1), key(2)), images().tags());
    assertFalse(images().has(gone) || images().has(single));
  }

  @Test
  void shouldLeaveWhatSomethingIsAttachedTo() throws IOException {
    Manifest signed = images().push(400, key(1));
    images().push(400, "sha256-" + signed.digest().hex() + ".sig");
    clean("--keep", "0");
    assertTrue(images().has(signed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"created\":\"1970-01-01T00:00:00Z\",",
        "\"created\":\"2999-01-01T00:00:00Z\",",
        "\"created\":5,"
      })
  void shouldLeaveWhatHasNoUsableDate(String configuration) throws IOException {
    Manifest undated = images().push(configuration, key(1));
    Said said = clean("--keep", "0");
    assertTrue(images().has(undated));
    assertTrue(said.out().contains("it has no usable date"), said.out());
  }

  @Test
  void shouldChangeNothingInADryRun() throws IOException {
    images().push(50, key(1));
    images().push(40, key(2), "latest");
    Said said = clean("--keep", "0", "--dry-run");
    assertEquals(set(key(1), key(2), "latest"), images().tags());
    assertTrue(report().dryRun());
    assertEquals(
        List.of(List.of(registry.address() + "/" + image + ":" + key(1))),
        report().removed().stream().map(Cleaning.Removal::references).toList());
    assertTrue(said.out().contains("would go"), said.out());
    assertTrue(said.out().contains("it is " + registry.address() + "/" + image + ":latest too"));
    assertTrue(said.out().contains("Would remove 1 tag of 1 image"), said.out());
  }

  @Test
  void shouldFindNothingToDoInARepositoryThatDoesNotExist() {
    Said said = clean();
    assertTrue(said.out().contains("There is no repository"), said.out());
  }

  @Test
  void shouldSayWhatToConfigureWhereNothingIsDeleted() throws IOException {
    try (RegistryProcess keeping =
        RegistryProcess.withoutDeletion(Files.createDirectory(folder.resolve("keeping")))) {
      DatedImages.in(keeping.address(), image).push(50, key(1));
      Said said = cleanAt(keeping.address(), "--keep", "0");
      assertEquals(Problem.REGISTRY_REFUSED.exitCode(), said.exitCode(), said.out());
      assertTrue(said.out().contains("storage.delete.enabled: true"), said.out());
      assertEquals(set(key(1)), DatedImages.in(keeping.address(), image).tags());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldLeaveWhatGetsATagMeanwhile(boolean tagIsNew) throws IOException {
    Manifest found = images().push(50, key(1));
    images().push(40, "unrelated");
    String tag = tagIsNew ? "release" : "unrelated";
    try (HookedRegistry hooked =
        new HookedRegistry(
            registry.address(),
            (request, before) -> {
              // The second list is the one just before the deletion.
              if (request.contains("/tags/list") && before == 1) {
                images().repository().put(tag, found);
              }
              return 0;
            })) {
      Said said = cleanAt(hooked.address(), "--keep", "0");
      assertEquals(0, said.exitCode(), said.out());
      assertTrue(said.out().contains("changed meanwhile"), said.out());
    }
    assertEquals(found.digest(), images().repository().get(tag).digest());
    assertTrue(images().tags().contains(key(1)));
  }

  @Test
  void shouldLeaveAllWhereItIsNotClearWhatATagNeeds() throws IOException {
    images().push(50, key(1));
    images().push(50, "broken");
    try (HookedRegistry hooked =
        new HookedRegistry(
            registry.address(),
            (request, before) -> request.endsWith("/manifests/broken") ? 418 : 0)) {
      Said said = cleanAt(hooked.address(), "--keep", "0");
      assertEquals(0, said.exitCode(), said.out());
      assertTrue(said.out().contains("⚠ Nothing of "), said.out());
    }
    assertEquals(set(key(1), "broken"), images().tags());
  }

  @Test
  void shouldTakeItForDoneWhatAnotherCleanHasDone() throws IOException {
    images().push(50, key(1));
    images().push(49, key(2));
    List<Said> others = new ArrayList<>();
    try (HookedRegistry hooked =
        new HookedRegistry(
            registry.address(),
            (request, before) -> {
              if (request.contains("/tags/list") && before == 1) {
                others.add(cleanAt(registry.address(), "--keep", "0"));
              }
              return 0;
            })) {
      Said said = cleanAt(hooked.address(), "--keep", "0");
      assertEquals(0, said.exitCode(), said.out() + said.err());
      assertEquals(0, others.get(0).exitCode(), others.get(0).out());
    }
    assertEquals(set(), images().tags());
  }

  @Test
  void shouldTakeADeletionThatFindsNothingForDone() throws IOException {
    images().push(50, key(1));
    try (HookedRegistry hooked =
        new HookedRegistry(
            registry.address(),
            (request, before) -> {
              if (request.startsWith("DELETE ")) {
                clean("--keep", "0");
              }
              return 0;
            })) {
      Said said = cleanAt(hooked.address(), "--keep", "0");
      assertEquals(0, said.exitCode(), said.out() + said.err());
    }
    assertEquals(set(), images().tags());
  }
}
