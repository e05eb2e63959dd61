package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that say what they need of the machine. */
class BudgetIT {
  private static final String BYTES = "64000000";

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;

  @BeforeEach
  void findLab() {
    lab = Lab.required(folder.resolve("state"));
  }

  /** The limits as the kernel has them, whichever version of cgroups it is. */
  private Said prepare(String builder) throws IOException {
    Path context =
        Lab.context(
            folder.resolve("context"),
            Map.of(
                "Dockerfile",
                """
                FROM scratch
                COPY busybox /bin/busybox
                LABEL image=%s
                SHELL ["/bin/busybox", "sh", "-c"]
                RUN busybox cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/cpu.max \\
                  /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/cpu/cpu.cfs_quota_us \\
                  2>/dev/null | busybox sed 's/^/has /'
                """
                    .formatted(image)));
    Said said =
        lab.aiImage(
            "prepare",
            "--context=" + context,
            "--image=" + image,
            "--builder=" + builder,
            "--verbose",
            "--needs=cpus=0.5",
            "--needs=memory=64MB");
    assumeTrue(said.exitCode() != Problem.NO_ENGINE.exitCode(), said.err());
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return said;
  }

  /** The kernel counts in pages. */
  private static boolean isLimited(Said said) {
    long bytes = Long.parseLong(BYTES) / 4096 * 4096;
    return said.out().contains("has " + bytes) && said.out().contains("has 50000");
  }

  @Test
  void shouldKeepTheClassicBuilderToWhatTheBuildNeeds() throws IOException {
    Said said = prepare("docker");
    assertTrue(isLimited(said), said.out());
    assertFalse(said.out().contains("cannot limit"), said.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "podman", "buildah"})
  void shouldLimitABuildOrSayThatItCannot(String builder) throws IOException {
    Said said = prepare(builder);
    assertTrue(
        isLimited(said) != said.out().contains("cannot limit what a build takes"), said.out());
  }

  @Test
  void shouldBuildTwoThingsAfterEachOtherThatDoNotFitInTogether() throws Exception {
    try (GatedBuild one = new GatedBuild(folder.resolve("one"));
        GatedBuild other = new GatedBuild(folder.resolve("other"))) {
      CompletableFuture<Said> first = begin(one);
      Eventually.holds("the first is building", one::firstBegan);
      CompletableFuture<Said> second = begin(other);
      Eventually.holds("the second waits", () -> Files.exists(ticket(2)));
      one.openBoth();
      assertEquals(0, first.get().exitCode(), first.get().out());
      other.openBoth();
      Said last = second.get();
      assertEquals(0, last.exitCode(), last.out());
      assertTrue(last.out().contains("needs a part of 1 CPU"), last.out());
      assertFalse(first.get().out().contains("needs a part of"), first.get().out());
    }
  }

  private CompletableFuture<Said> begin(GatedBuild build) {
    return CompletableFuture.supplyAsync(
        () ->
            lab.aiImage(
                build
                    .arguments("docker", "--needs=cpus=0.6", "--budget=cpus=1")
                    .toArray(String[]::new)));
  }

  private Path ticket(int number) {
    return folder.resolve("state/budget/" + number + "-600-0.lock");
  }

  @Test
  void shouldRefuseWhatCanNeverBeHad() throws IOException {
    Path context =
        Lab.context(
            folder.resolve("context"),
            Map.of("Dockerfile", "FROM scratch\nCOPY busybox /busybox\n"));
    Said said =
        lab.aiImage(
            "prepare",
            "--context=" + context,
            "--image=" + image,
            "--needs=cpus=2",
            "--budget=cpus=1");
    assertEquals(2, said.exitCode(), said.out() + said.err());
    String all = said.out() + said.err();
    assertTrue(
        all.contains("--needs: 2 CPUs can never be had: all builds together have 1 CPU"), all);
  }
}
