package io.jenkins.plugins.aiimage.build.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that buildah makes for a runtime to carry out one RUN (buildah 1.28). */
record RunBundle(Path folder) {
  /** Those that were made for a container. */
  static List<RunBundle> of(String container, Map<String, String> environment) {
    String set = environment.getOrDefault("TMPDIR", "");
    Path temporary = Path.of(set.isEmpty() ? "/var/tmp" : set);
    List<RunBundle> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "buildah*")) {
      for (Path folder : folders) {
        if (about(folder).contains("id=\"" + container + "\"")) {
          found.add(new RunBundle(folder));
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  /** What the instruction itself can read of its container. */
  private static String about(Path folder) {
    try {
      return Files.readString(folder.resolve("run/.containerenv"));
    } catch (IOException e) {
      return "";
    }
  }

  /** As its runtime knows it. */
  String runtimeName() {
    return "buildah-" + folder.getFileName();
  }

  /** Removes it, unless something is still mounted in it. */
  void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      if (Files.readString(Path.of("/proc/self/mountinfo")).contains(folder + "/")) {
        return;
      }
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // A few kilobytes in a folder for temporary files.
      return;
    }
  }
}
