package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that dies while it builds. */
class EngineKilledIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"docker", "buildkit"})
  void shouldTellThatTheEngineWasLostAndGoOnWhenItIsBack(String builder) throws Exception {
    Lab lab = Lab.required(folder.resolve("state"));
    try (OwnEngine engine = OwnEngine.start(folder.resolve("lab"), lab);
        GatedBuild build = new GatedBuild(folder)) {
      lab.set("DOCKER_HOST", engine.host());
      build.openFirst();
      FutureTask<Said> run = new FutureTask<>(() -> prepare(lab, build, builder));
      new Thread(run, "build").start();
      Eventually.holds("phase two begins", build::secondBegan);

      OwnEngine.Killed killed = engine.kill();

      Said failed = run.get();
      assertEquals(Problem.ENGINE_LOST.exitCode(), failed.exitCode(), failed.out());
      assertEquals(Set.of("ENGINE_LOST"), Set.copyOf(report().ofFailures("cause")), failed.out());

      killed.restart(lab);
      build.openBoth();
      Said next = prepare(lab, build, builder);
      assertEquals(0, next.exitCode(), next.out());
      String reference = report().reference().orElseThrow();
      assertEquals(GatedBuild.CONTENT, lab.docker("run", "--rm", reference));
      assertEquals("", lab.docker("ps", "--all", "--quiet"));
      Eventually.holds("nothing is left", () -> Host.processes(build.id()).isEmpty());
    }
  }

  private Said prepare(Lab lab, GatedBuild build, String builder) {
    String report = folder.resolve("report.json").toString();
    List<String> words = build.arguments(builder, "--report", report);
    return lab.aiImage(words.toArray(String[]::new));
  }

  private Report report() throws IOException {
    return Report.read(folder.resolve("report.json"));
  }
}
