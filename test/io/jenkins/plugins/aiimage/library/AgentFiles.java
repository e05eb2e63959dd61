package io.jenkins.plugins.aiimage.library;

import groovy.lang.Closure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps on files, on real ones. */
final class AgentFiles {
  private final Path workspace;
  private Path current;

  /** Gives a Jenkins these steps, in a workspace that exists. */
  AgentFiles(Pipeline jenkins, Path workspace) {
    this.workspace = workspace;
    this.current = workspace;
    jenkins.step("pwd", arguments -> workspace + "@tmp", Map.class);
    jenkins.step("fileExists", arguments -> Files.exists(at(arguments[0])), String.class);
    jenkins.step("writeFile", arguments -> write((Map<?, ?>) arguments[0]), Map.class);
    jenkins.step(
        "readFile",
        arguments -> Files.readString(at(((Map<?, ?>) arguments[0]).get("file"))),
        Map.class);
    jenkins.step(
        "dir",
        arguments -> inside(at(arguments[0]), (Closure<?>) arguments[1]),
        String.class,
        Closure.class);
    jenkins.step("deleteDir", arguments -> delete());
  }

  /** What steps have left of their temporary files. */
  List<Path> temporary() throws IOException {
    Path folder = Path.of(workspace + "@tmp");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private Path at(Object name) {
    return current.resolve(name.toString());
  }

  private Object write(Map<?, ?> parameters) throws IOException {
    Path file = at(parameters.get("file"));
    Files.createDirectories(file.getParent());
    return Files.writeString(file, parameters.get("text").toString());
  }

  private Object inside(Path folder, Closure<?> body) {
    Path before = current;
    current = folder;
    try {
      return body.call();
    } finally {
      current = before;
    }
  }

  private Object delete() throws IOException {
    try (Stream<Path> all = Files.walk(current)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    return null;
  }
}
