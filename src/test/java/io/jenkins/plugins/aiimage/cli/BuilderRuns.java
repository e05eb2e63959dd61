package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One recipe of three phases, built by any builder on an engine of that builder's own. */
final class BuilderRuns implements AutoCloseable {
  private static final List<String> STORES = List.of("podman", "buildah");
  private static final String RECIPE =
      """
      FROM scratch
      LABEL test=IMAGE
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch timeout=2m
      RUN busybox mkdir /data && busybox ln -s busybox /bin/sh && busybox ln -s busybox /bin/cat
      # phase: science
      RUN busybox echo science > /data/science
      # phase: app
      COPY app /app
      CMD ["/bin/busybox", "cat", "/app/main.py"]
      """;

  private final Path folder;
  private final Lab lab;
  private final String image = Lab.newImage();
  private final Path context;
  private ContainersStore store;

  BuilderRuns(Path folder) throws IOException {
    this.folder = folder;
    lab = Lab.required(folder.resolve("state"));
    context =
        Lab.context(
            folder.resolve("context"), Map.of("Dockerfile", recipe(), "app/main.py", "print(1)"));
  }

  /** One that shares no layer with those of other tests, so that it can be forgotten. */
  String recipe() {
    return RECIPE.replace("IMAGE", image);
  }

  void write(String file, String text) throws IOException {
    Files.writeString(context.resolve(file), text);
  }

  /** A file of the context. */
  Path file(String name) {
    return context.resolve(name);
  }

  Lab lab() {
    return lab;
  }

  /** The image's repository in the lab's registry. */
  String repository() {
    return lab.registry() + "/" + image;
  }

  ContainersStore store() {
    return store;
  }

  /** Skips the test where there is no such builder. */
  void need(String builder) throws IOException {
    if (STORES.contains(builder) && store == null) {
      store = ContainersStore.in(folder.resolve("store"), lab, builder);
    }
  }

  Said prepare(String builder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("prepare", "--context", context.toString(), "--file", "Dockerfile"));
    arguments.addAll(List.of("--image", image, "--report", folder.resolve("r.json").toString()));
    arguments.addAll(List.of("--builder", builder));
    arguments.addAll(List.of(more));
    return lab.aiImage(arguments.toArray(String[]::new));
  }

  Said prepareInRegistry(String builder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--registry", lab.registry()));
    arguments.addAll(List.of(more));
    return prepare(builder, arguments.toArray(String[]::new));
  }

  static void succeeded(Said said) {
    assertEquals(0, said.exitCode(), said.out() + said.err());
  }

  RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  PhaseReport phase(String name) throws IOException {
    return report().image().phases().stream()
        .filter(phase -> phase.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What the image prints, run by docker whoever built it. */
  String printed() throws IOException {
    String reference = report().image().reference().orElseThrow();
    lab.docker("pull", "--quiet", reference);
    return lab.docker("run", "--rm", reference);
  }

  void forgetImages(String builder) {
    if (STORES.contains(builder)) {
      store.forgetImages(builder);
      return;
    }
    Eventually.holds(
        "the engine forgets " + repository(),
        () -> {
          String ids = lab.docker("image", "ls", "--quiet", repository());
          ids.lines().distinct().forEach(id -> lab.dockerSays("image", "rm", "--force", id));
          return ids.isEmpty();
        });
    lab.docker("builder", "prune", "--all", "--force");
  }

  @Override
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }
}
