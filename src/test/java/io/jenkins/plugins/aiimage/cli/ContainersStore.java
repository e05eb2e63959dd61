package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A store of podman and buildah that only one test knows. */
public record ContainersStore(Lab lab, Path folder) implements AutoCloseable {

  /** Makes one for whatever the lab runs from now on, or skips the test where it cannot be. */
  public static ContainersStore in(Path folder, Lab lab, String program) throws IOException {
    assumeTrue(
        lab.says(program, "--version").exitCode() == 0,
        "no " + program + ": apt-get install " + program);
    Files.createDirectories(folder);
    for (String driver : List.of("overlay", "vfs")) {
      Path configuration =
          Files.writeString(
              folder.resolve("storage.conf"),
              """
              [storage]
              driver = "%s"
              graphroot = "%s"
              runroot = "%s"
              """
                  .formatted(driver, folder.resolve(driver), folder.resolve("run")));
      lab.set("CONTAINERS_STORAGE_CONF", configuration.toString());
      if (lab.says(program, "images").exitCode() == 0) {
        return new ContainersStore(lab, folder);
      }
    }
    assumeTrue(false, program + " can have no store in " + folder);
    throw new AssertionError();
  }

  /** What builds have left at work; one id a line. */
  public String workingContainers(String program) {
    Lab.Said said =
        program.equals("podman")
            ? lab.says("podman", "ps", "--all", "--quiet", "--external")
            : lab.says("buildah", "containers", "--quiet");
    assertEquals(0, said.exitCode(), said.out());
    return said.out().strip();
  }

  void forgetImages(String program) {
    Lab.Said said = lab.says(program, "rmi", "--all", "--force");
    assertEquals(0, said.exitCode(), said.out());
  }

  /** Takes its mounts away, so that the folder can be removed. */
  @Override
  public void close() throws IOException {
    List<String> mounts =
        Files.readAllLines(Path.of("/proc/self/mounts")).stream()
            .map(line -> line.split(" ", -1)[1])
            .filter(mount -> mount.startsWith(folder + "/"))
            .sorted(Collections.reverseOrder())
            .collect(Collectors.toList());
    for (String mount : mounts) {
      Lab.Said said = lab.says("umount", mount);
      assertEquals(0, said.exitCode(), said.out());
    }
  }
}
