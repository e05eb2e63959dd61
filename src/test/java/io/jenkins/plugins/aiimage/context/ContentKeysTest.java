package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentKeysTest {
  private static final String RECIPE =
      """
      FROM base:1
      ARG INDEX=https://a
      # phase: torch
      RUN pip install torch
      # phase: app
      COPY requirements.txt src/ /app/
      RUN pip install -r /app/requirements.txt
      # phase: run
      CMD ["python3"]
      """;

  @TempDir private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    write("requirements.txt", "requests");
    write("src/main.py", "print(1)");
    write("notes.txt", "unused");
  }

  private void write(String name, String text) throws IOException {
    Path file = context.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> keys(String dockerfile) {
    return keys(dockerfile, Map.of(), "linux/amd64", "sha256:1");
  }

  private Map<String, String> keys(
      String text, Map<String, String> buildArguments, String platform, String base) {
    ResolvedDockerfile dockerfile =
        ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), buildArguments, platform);
    List<Phase> phases = dockerfile.phases();
    DockerIgnore ignore = DockerIgnore.find(context, context.resolve("Dockerfile"));
    ContentKeys keys =
        ContentKeys.of(
            dockerfile,
            phases,
            platform,
            Map.of("base:1", base, "tool:1", base),
            BuildContext.of(context, ignore));
    Map<String, String> byName = new LinkedHashMap<>();
    phases.forEach(phase -> byName.put(phase.name(), keys.byPhase().get(phase.name())));
    return byName;
  }

  @Test
  void shouldGiveEveryPhaseItsOwnKeyOf64Digits() {
    Map<String, String> keys = keys(RECIPE);
    assertEquals(List.of("torch", "app", "run"), List.copyOf(keys.keySet()));
    keys.values().forEach(key -> assertTrue(key.matches("[0-9a-f]{64}")));
    assertEquals(3, keys.values().stream().distinct().count());
  }

  @Test
  void shouldNotDependOnTimesNorOnFilesThatNothingReads() throws IOException {
    Map<String, String> before = keys(RECIPE);
    Files.setLastModifiedTime(context.resolve("src/main.py"), FileTime.fromMillis(1));
    write("notes.txt", "changed");
    assertEquals(before, keys(RECIPE));
  }

  @Test
  void shouldNotDependOnCommentsMarksAndLayout() {
    String other =
        RECIPE
            .replace("# phase: torch", "# phase: torch timeout=20m retries=2\n# why torch")
            .replace("RUN pip install torch", "run pip install \\\n  # the heavy one\n torch");
    assertEquals(
        keys(RECIPE.replace("install torch", "install  torch")).get("run"), keys(other).get("run"));
  }

  @Test
  void shouldNotDependOnWhatDockerignoreHides() throws IOException {
    write(".dockerignore", "src/*.log");
    Map<String, String> before = keys(RECIPE);
    write("src/debug.log", "noise");
    assertEquals(before, keys(RECIPE));
  }

  @Test
  void shouldChangeOnlyFromThePhaseThatReadsTheChangedFile() throws IOException {
    Map<String, String> before = keys(RECIPE);
    write("src/main.py", "print(2)");
    Map<String, String> after = keys(RECIPE);
    assertEquals(before.get("torch"), after.get("torch"));
    assertNotEquals(before.get("app"), after.get("app"));
    assertNotEquals(before.get("run"), after.get("run"));
  }

  @Test
  void shouldSeeModeBitsAndRenames() throws IOException {
    Map<String, String> before = keys(RECIPE);
    Path file = context.resolve("src/main.py");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> executable = keys(RECIPE);
    Files.move(file, context.resolve("src/other.py"));
    assertNotEquals(before.get("app"), executable.get("app"));
    assertNotEquals(executable.get("app"), keys(RECIPE).get("app"));
  }

  @Test
  void shouldSeeTheBaseImageThePlatformAndUsedBuildArguments() {
    String key = keys(RECIPE).get("torch");
    Map<String, String> none = Map.of();
    assertNotEquals(key, keys(RECIPE, none, "linux/amd64", "sha256:2").get("torch"));
    assertNotEquals(key, keys(RECIPE, none, "linux/arm64", "sha256:1").get("torch"));
    assertNotEquals(
        key, keys(RECIPE, Map.of("INDEX", "https://b"), "linux/amd64", "sha256:1").get("torch"));
  }

  @Test
  void shouldNotSeeProxiesAndArgumentsThatNothingDeclares() {
    Map<String, String> arguments =
        Map.of("HTTP_PROXY", "http://user:secret@proxy", "no_proxy", "x", "OTHER", "1");
    assertEquals(keys(RECIPE), keys(RECIPE, arguments, "linux/amd64", "sha256:1"));
  }

  @Test
  void shouldBeTheSameInAnotherFolder(@TempDir Path elsewhere) throws IOException {
    Map<String, String> before = keys(RECIPE);
    Path copy = elsewhere.resolve("deep/er");
    Files.createDirectories(copy.resolve("src"));
    for (String name : List.of("requirements.txt", "src/main.py", "notes.txt")) {
      Files.copy(context.resolve(name), copy.resolve(name));
    }
    context = copy;
    assertEquals(before, keys(RECIPE));
  }

  @Test
  void shouldCarryAStagesChangeIntoWhoeverCopiesFromIt() throws IOException {
    String recipe =
        """
        FROM base:1 AS builder
        COPY requirements.txt /r
        RUN pip install -r /r
        FROM tool:1
        RUN apt-get install -y curl
        COPY --from=builder /opt /opt
        """;
    Map<String, String> before = keys(recipe);
    write("requirements.txt", "torch");
    Map<String, String> after = keys(recipe);
    assertEquals(before.get("curl"), after.get("curl"));
    assertNotEquals(before.get("final"), after.get("final"));
  }

  @Test
  void shouldSayWhichRuleHidesWhatACopyNeeds() throws IOException {
    write(".dockerignore", "# none\n*.txt\n");
    ContextException e =
        org.junit.jupiter.api.Assertions.assertThrows(ContextException.class, () -> keys(RECIPE));
    assertTrue(e.getMessage().contains("requirements.txt"), e.getMessage());
    assertTrue(e.getMessage().contains("line 2 of .dockerignore"), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }
}
