package io.jenkins.plugins.aiimage.build.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The folders of the variable {@code PATH}. */
final class SearchPath {
  private SearchPath() {}

  /** All programs of that name, in the path's order. */
  static List<Path> programs(Map<String, String> environment, String name) {
    List<Path> programs = new ArrayList<>();
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String file : List.of(name, name + ".exe")) {
        Path program = Path.of(folder.isEmpty() ? "." : folder, file);
        if (Files.isExecutable(program) && !Files.isDirectory(program)) {
          programs.add(program.toAbsolutePath());
        }
      }
    }
    return programs;
  }
}
