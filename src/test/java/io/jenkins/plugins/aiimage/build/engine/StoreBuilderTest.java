package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.PhaseBuild.BuildOptions;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreBuilderTest {
  private static final BuildOptions PLAIN =
      new BuildOptions(Map.of(), Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of());

  @TempDir private Path folder;

  private StoreBuilder builder(String program, Isolation isolation) {
    StoreClient client =
        new StoreClient(
            program,
            Path.of("/usr/bin", program),
            Map.of("HOME", "/none", "TMPDIR", folder.toString()),
            new Abort());
    Store.Facts facts = new Store.Facts("4.3.1", "linux/amd64", folder.resolve("c"), "crun");
    Store store = new Store(client, facts, new PlainHttp(Set.of()), isolation);
    return new StoreBuilder(new StoreEngine(store), store);
  }

  private PhaseBuild phase(BuildOptions options, Optional<String> ignoreFile) {
    return new PhaseBuild(
        "torch",
        "FROM scratch\n",
        folder.resolve("context"),
        true,
        ignoreFile,
        Optional.of("it/x:key-1"),
        options,
        true);
  }

  private List<String> words(StoreBuilder builder, PhaseBuild phase) throws IOException {
    Command command = builder.command(phase, folder, folder.resolve("id"));
    return command.words().stream().map(word -> word.replace(folder.toString(), "F")).toList();
  }

  @Test
  void shouldBuildInDockersFormatWithLayersAndWithWhatIsInTheStore() throws IOException {
    assertEquals(
        List.of(
            "/usr/bin/podman",
            "build",
            "--format=docker",
            "--layers",
            "--force-rm",
            "--pull=missing",
            "--file=F/Dockerfile",
            "--iidfile=F/id",
            "--tag=it/x:key-1",
            "--secret=id=ai-image,src=F/mark",
            "--",
            "F/context"),
        words(builder("podman", Isolation.DEFAULT), phase(PLAIN, Optional.empty())));
    assertTrue(Files.exists(folder.resolve("mark")));
  }

  @Test
  void shouldPassOnWhatTheAuthorAskedFor() throws IOException {
    BuildOptions options =
        new BuildOptions(
            Map.of("INDEX", "https://x"),
            Optional.of("linux/arm64"),
            Optional.of("host"),
            Map.of("token", Path.of("/a,b")),
            List.of("db:10.0.0.1"),
            Map.of());
    List<String> words =
        words(builder("buildah", Isolation.CHROOT), phase(options, Optional.of("*.md\n")));
    assertEquals(List.of("/usr/bin/buildah", "build", "--isolation=chroot"), words.subList(0, 3));
    assertTrue(
        words.containsAll(
            List.of(
                "--platform=linux/arm64",
                "--network=host",
                "--add-host=db:10.0.0.1",
                "--build-arg=INDEX=https://x",
                "--ignorefile=F/dockerignore",
                "--secret=id=token,src=F/secret-1")),
        words.toString());
    assertEquals("*.md\n", Files.readString(folder.resolve("dockerignore")));
    assertEquals(Path.of("/a,b"), Files.readSymbolicLink(folder.resolve("secret-1")));
  }

  @Test
  void shouldTakeNoRememberedLayerOnScratchWhereAPlatformIsAskedFor() throws IOException {
    BuildOptions arm =
        new BuildOptions(
            Map.of(), Optional.of("linux/arm64"), Optional.empty(), Map.of(), List.of(), Map.of());
    StoreBuilder builder = builder("podman", Isolation.DEFAULT);
    assertTrue(words(builder, phase(arm, Optional.empty())).contains("--no-cache"));
    Files.delete(folder.resolve("mark"));
    Files.delete(folder.resolve(folder.getFileName() + ".tmp"));
    assertFalse(words(builder, phase(PLAIN, Optional.empty())).contains("--no-cache"));
  }

  @Test
  void shouldGiveARuntimeWhereTheProgramTakesIt() throws IOException {
    assertEquals(
        List.of("/usr/bin/podman", "--runtime=runc", "build"),
        words(builder("podman", Isolation.RUNC), phase(PLAIN, Optional.empty())).subList(0, 3));
    Files.delete(folder.resolve("mark"));
    Files.delete(folder.resolve(folder.getFileName() + ".tmp"));
    assertEquals(
        List.of("/usr/bin/buildah", "build", "--runtime=runc"),
        words(builder("buildah", Isolation.RUNC), phase(PLAIN, Optional.empty())).subList(0, 3));
  }

  @Test
  void shouldTakeDockersNamesForTheUsualNetworkForTheUsualOne() throws IOException {
    BuildOptions bridge =
        new BuildOptions(
            Map.of(), Optional.empty(), Optional.of("bridge"), Map.of(), List.of(), Map.of());
    List<String> words =
        words(builder("podman", Isolation.DEFAULT), phase(bridge, Optional.empty()));
    assertFalse(words.toString().contains("network"), words.toString());
  }

  @Test
  void shouldSayWhatItRunsOn() {
    assertEquals("podman 4.3.1", builder("podman", Isolation.DEFAULT).engine().words());
    assertEquals("podman 4.3.1, runtime runc", builder("podman", Isolation.RUNC).engine().words());
    assertEquals(
        "buildah 4.3.1, isolation chroot", builder("buildah", Isolation.CHROOT).engine().words());
  }

  @Test
  void shouldFollowTheStepsOfABuild() {
    StoreBuilder builder = builder("podman", Isolation.DEFAULT);
    BuildTrace trace = builder.follow(BuildTrace.NONE, "STEP 3/4: RUN pip install torch");
    assertEquals(Optional.of("RUN pip install torch"), trace.instruction());
    trace = builder.follow(trace, "Collecting torch");
    assertEquals(Optional.of("RUN pip install torch"), trace.instruction());
    trace = builder.follow(trace, "--> Using cache 2ceab00940c8373ed3e70ed86701ca12");
    trace = builder.follow(trace, "[1/2] STEP 1/2: FROM 127.0.0.1:41579/pe/base:1 AS one");
    assertEquals(Optional.of("FROM 127.0.0.1:41579/pe/base:1 AS one"), trace.instruction());
    trace = builder.follow(trace, "[2/2] COMMIT it/x:key-1");
    assertEquals(Optional.of("committing the image"), trace.instruction());
  }

  @Test
  void shouldCallASilenceHealthyOnlyWhereNoInstructionRuns() throws IOException {
    StoreBuilder builder = builder("podman", Isolation.DEFAULT);
    BuildTrace run = BuildTrace.NONE.announced("RUN pip install torch");
    Process idle = client("read never");
    Process running = client("exec -a buildah-oci-runtime bash -c 'sleep 600; :' & read never");
    try {
      assertEquals(Optional.of("committing the layer"), builder.silentWork(run, idle.toHandle()));
      assertEquals(
          Optional.of("FROM python:3"),
          builder.silentWork(BuildTrace.NONE.announced("FROM python:3"), idle.toHandle()));
      assertEquals(Optional.empty(), builder.silentWork(BuildTrace.NONE, idle.toHandle()));
      assertEquals(List.of(), builder.processes(run, idle.toHandle()));
      while (builder.processes(run, running.toHandle()).isEmpty()) {
        Thread.onSpinWait();
      }
      assertEquals(Optional.empty(), builder.silentWork(run, running.toHandle()));
      List<String> processes = builder.processes(run, running.toHandle());
      assertTrue(processes.get(0).matches("\\d+ sleep 600"), processes.toString());
    } finally {
      builder.kill(ProcessTree.of(idle.toHandle()));
      builder.kill(ProcessTree.of(running.toHandle()));
    }
  }

  private static Process client(String script) throws IOException {
    return new ProcessBuilder("bash", "-c", script).start();
  }
}
