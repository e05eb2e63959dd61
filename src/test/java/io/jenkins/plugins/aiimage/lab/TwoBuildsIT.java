package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two agents build the same image at the same time. */
class TwoBuildsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"docker, docker", "buildkit, buildkit", "docker, buildkit"})
  void shouldBothEndWithAnImageThatWorks(String one, String other) throws Exception {
    try (GatedBuild build = new GatedBuild(folder)) {
      List<FutureTask<Said>> runs = new ArrayList<>();
      for (String builder : List.of(one, other)) {
        Path own = folder.resolve("run" + runs.size());
        runs.add(new FutureTask<>(() -> prepare(build, builder, own)));
        new Thread(runs.get(runs.size() - 1), "build").start();
      }
      Eventually.holds("both build", () -> builds("run0") && builds("run1"));

      build.openBoth();

      for (FutureTask<Said> run : runs) {
        assertEquals(0, run.get().exitCode(), run.get().out());
      }
      Lab lab = Lab.required(folder.resolve("state"));
      for (String run : List.of("run0", "run1")) {
        String reference = Report.read(folder.resolve(run + ".json")).reference().orElseThrow();
        String unused = lab.docker("pull", "--quiet", reference);
        assertEquals(GatedBuild.CONTENT, lab.docker("run", "--rm", reference));
      }
    }
  }

  private Said prepare(GatedBuild build, String builder, Path own) {
    Lab lab = Lab.required(own);
    List<String> words =
        build.arguments(
            builder,
            "--registry",
            lab.registry(),
            "--report",
            own + ".json",
            "--events",
            own + ".events");
    return lab.aiImage(words.toArray(String[]::new));
  }

  private boolean builds(String run) {
    try {
      return EventFile.read(folder.resolve(run + ".events")).has("PhaseStarted");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
