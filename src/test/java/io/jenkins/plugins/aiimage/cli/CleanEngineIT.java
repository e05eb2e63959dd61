package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.clean.Clean;
import io.jenkins.plugins.aiimage.clean.CleanReader;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Cleaning.Keeping;
import io.jenkins.plugins.aiimage.report.Cleaning.Removal;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clean takes from the store of an engine, and what not. */
class CleanEngineIT {
  private static final String RECIPE =
      """
      FROM scratch
      LABEL test=IMAGE
      COPY busybox /bin/busybox
      # phase: first
      COPY first /first
      # phase: second
      COPY second /second
      CMD ["/bin/busybox", "true"]
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private Path context;
  private ContainersStore store;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context =
        Lab.context(
            folder.resolve("context"),
            Map.of("Dockerfile", RECIPE.replace("IMAGE", image), "first", "1", "second", "1"));
  }

  @AfterEach
  void removeStore() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private void prepare(String builder, String tag) throws IOException {
    if (store == null && !builder.equals("docker")) {
      store = ContainersStore.in(folder.resolve("store"), lab, builder);
    }
    Said said =
        lab.aiImage(
            "prepare",
            "--context",
            context.toString(),
            "--image",
            image,
            "--builder",
            builder,
            "--tag",
            tag);
    assertEquals(0, said.exitCode(), said.out() + said.err());
  }

  /** Forty days after all that was built. */
  private Cleaning clean(String builder, String... switches) throws UseCaseException {
    Map<String, List<String>> values = new HashMap<>();
    values.put("image", List.of(image));
    values.put("builder", List.of(builder));
    values.put("keep", List.of("0"));
    Stream.of(switches).forEach(name -> values.put(name, List.of()));
    return clean(values);
  }

  private Cleaning clean(Map<String, List<String>> values) throws UseCaseException {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(40));
    ReportFold fold = new ReportFold();
    Clean clean =
        new Clean(
            new CleanReader(values, Parameter::option).read(),
            Machine.of(lab.environment(), later, "test"));
    Optional<Problem> problem = clean.run(new EventLog(later, List.of(fold)));
    assertEquals(Optional.empty(), problem, () -> fold.report().failure().toString());
    return fold.report().details(Cleaning.class).orElseThrow();
  }

  /** The tags of the image, as the engine lists them. */
  private Set<String> tags(String builder) {
    Set<String> tags = new TreeSet<>();
    String[] command =
        builder.equals("buildah")
            ? new String[] {"images", "--format", "{{.Name}} {{.Tag}}"}
            : new String[] {"images", "--format", "{{.Repository}} {{.Tag}}"};
    Said said = lab.says(builder, command);
    assertEquals(0, said.exitCode(), said.out());
    for (String line : said.out().lines().toList()) {
      String[] words = line.strip().split(" +", -1);
      if (words[0].equals(image) || words[0].equals("localhost/" + image)) {
        tags.add(words[1]);
      }
    }
    return tags;
  }

  private static Set<String> names(Cleaning cleaning) {
    Set<String> names = new TreeSet<>();
    cleaning.removed().stream().map(Removal::references).forEach(names::addAll);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman", "buildah"})
  void shouldTakeAwayOldNamesAndLeaveThoseOfPeople(String builder) throws Exception {
    prepare(builder, "old");
    Files.writeString(context.resolve("second"), "2");
    prepare(builder, "new");
    Said unused = lab.says(builder, "rmi", image + ":old");
    Set<String> before = tags(builder);

    Cleaning dry = clean(builder, "dryRun");
    assertEquals(before, tags(builder));
    // The first phase of both, and the last of the one that no person names any more.
    assertEquals(2, names(dry).size(), dry.toString());

    Cleaning done = clean(builder);
    assertEquals(names(dry), names(done));
    Set<String> after = tags(builder);
    assertEquals(2, after.size(), after.toString());
    assertTrue(after.contains("new"), after.toString());
    assertEquals(
        0,
        lab.says(builder, "inspect", "--type", "image", image + ":new").exitCode(),
        "the image of a person's tag is there");
    assertEquals(0, unused.exitCode(), unused.out());
    prepare(builder, "new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman", "buildah"})
  void shouldLeaveWhatAContainerUses(String builder) throws Exception {
    prepare(builder, "used");
    Said container =
        builder.equals("buildah")
            ? lab.says("buildah", "from", image + ":used")
            : lab.says(builder, "create", "--net=host", image + ":used");
    assertEquals(0, container.exitCode(), container.out());
    String id = container.out().strip().lines().reduce((one, last) -> last).orElseThrow();
    // By its id, a person's name stands in the way no more.
    Said untagged = lab.says(builder, "rmi", image + ":used");

    Cleaning done = clean(builder);

    assertEquals(0, untagged.exitCode(), untagged.out());
    assertEquals(
        List.of("a container uses it"), done.kept().stream().map(Keeping::reason).toList());
    assertEquals(1, names(done).size());
    assertEquals(1, tags(builder).size());
    assertEquals(0, lab.says(builder, "rm", id).exitCode());
    assertEquals(1, names(clean(builder)).size());
    assertEquals(Set.of(), tags(builder));
  }

  @Test
  void shouldLeaveWhatIsYoung() throws Exception {
    prepare("docker", "young");
    Said said = lab.aiImage("clean", "--image", image, "--keep", "0", "--older-than", "1h");
    assertEquals(0, said.exitCode(), said.err());
    assertTrue(said.out().contains("it is young"), said.out());
    assertEquals(3, tags("docker").size());
  }

  @Test
  void shouldRemoveNothingWhereThereIsRoom() throws Exception {
    prepare("docker", "roomy");
    Map<String, List<String>> values =
        Map.of("image", List.of(image), "keep", List.of("0"), "builder", List.of("docker"));
    Map<String, List<String>> roomy = new HashMap<>(values);
    roomy.put("untilFree", List.of("1MB"));
    Cleaning kept = clean(roomy);
    assertEquals(0, kept.total().orElseThrow().images());
    assertTrue(
        kept.kept().stream().anyMatch(one -> one.reason().equals("the disk has room enough")),
        kept.kept().toString());

    Map<String, List<String>> tight = new HashMap<>(values);
    tight.put("untilFree", List.of("900000GB"));
    assertTrue(clean(tight).total().orElseThrow().images() > 0);
  }

  @Test
  void shouldForgetOldNotesOfAllKinds() throws Exception {
    prepare("docker", "noted");
    Path state = folder.resolve("state");
    assertFalse(notes(state).isEmpty());
    // A repository of no one: the engine belongs to other tests too.
    int dry =
        clean(Map.of("dryRun", List.of(), "builder", List.of("docker")))
            .total()
            .orElseThrow()
            .notes();
    assertEquals(notes(state).size(), dry, notes(state).toString());
  }

  /** Turns have a keeper of their own. */
  private static List<Path> notes(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(state.resolve("flights")))
          .toList();
    }
  }
}
