package io.jenkins.plugins.aiimage.build.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder for temporary files of one build by podman or buildah. One that is killed leaves there
 * what it was at: the bundle of a RUN, or a whole layer, uncompressed, where it was committing.
 */
record BuildTemporaries(Path folder) {
  private static final String VARIABLE = "TMPDIR";

  /** Theirs too: a layer may be larger than a {@code /tmp} in memory. */
  private static final Path USUAL = Path.of("/var/tmp");

  /**
   * Those of a build.
   *
   * @param build the build's private folder, whose name nobody else has
   */
  static BuildTemporaries of(Path build, Map<String, String> environment) {
    String set = environment.getOrDefault(VARIABLE, "");
    Path parent = set.isEmpty() ? USUAL : Path.of(set);
    Path usable = Files.isWritable(parent) ? parent : build.resolveSibling("");
    return new BuildTemporaries(usable.resolve(build.getFileName() + ".tmp").toAbsolutePath());
  }

  /** Makes the folder; a build that ends by itself leaves it empty, and it goes with this JVM. */
  Map<String, String> create() throws IOException {
    Files.createDirectory(folder);
    // Instructions may run as users who have to pass through.
    Path unused =
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    folder.toFile().deleteOnExit();
    return Map.of(VARIABLE, folder.toString());
  }

  /** The names under which a runtime knows what it was told to run (buildah 1.28). */
  List<String> runtimeNames() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, "buildah*")) {
      for (Path bundle : bundles) {
        names.add("buildah-" + bundle.getFileName());
      }
    } catch (IOException e) {
      return names;
    }
    return names;
  }

  /** Removes the folder with all that is in it, unless something is still mounted there. */
  void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      if (Files.readString(Path.of("/proc/self/mountinfo")).contains(folder + "/")) {
        return;
      }
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is a folder for temporary files.
      return;
    }
  }
}
