package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a Docker engine keeps. */
record DockerStock(DockerClient client) implements Stock {
  private static final String MARK = "image";
  private static final String FORMAT =
      MARK + "|{{.Id}}|{{.Created}}|{{.Size}}|{{range .RepoTags}}{{.}} {{end}}";

  /** Command lines have an end. */
  private static final int AT_ONCE = 200;

  @Override
  public List<StoredImage> images() throws EngineException {
    List<String> ids =
        List.copyOf(new HashSet<>(must("image", "ls", "--quiet", "--no-trunc").lines().toList()));
    List<StoredImage> images = new ArrayList<>();
    for (String line : inspected("image", FORMAT, ids)) {
      String[] parts = line.split("\\|", -1);
      if (parts.length == 5 && parts[0].equals(MARK) && !parts[4].isBlank()) {
        images.add(
            new StoredImage(
                parts[1],
                time(parts[2]),
                Long.parseLong(parts[3]),
                List.of(parts[4].strip().split(" ", -1))));
      }
    }
    return images;
  }

  @Override
  public Set<String> used() throws EngineException {
    List<String> containers =
        must("container", "ls", "--all", "--quiet", "--no-trunc").lines().toList();
    return new HashSet<>(inspected("container", "{{.Image}}", containers));
  }

  /** To this engine an index is one image. */
  @Override
  public Set<String> parts() {
    return Set.of();
  }

  /** Without force, so that the engine refuses what is in use. */
  @Override
  public Optional<String> remove(String name) throws EngineException {
    ShortCommand.Result answer = client.run(DockerClient.PATIENCE, "image", "rm", "--", name);
    boolean gone = answer.succeeded() || answer.output().contains("No such image");
    return gone ? Optional.empty() : Optional.of(answer.complaint());
  }

  /** A line for each that is still there; one that went in between makes the exit code 1. */
  private List<String> inspected(String kind, String format, List<String> ids)
      throws EngineException {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> words = new ArrayList<>(List.of(kind, "inspect", "--format", format, "--"));
      words.addAll(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
      lines.addAll(
          client
              .run(DockerClient.PATIENCE, words.toArray(String[]::new))
              .output()
              .lines()
              .map(String::strip)
              .toList());
    }
    return lines;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String must(String... arguments) throws EngineException {
    ShortCommand.Result answer = client.run(DockerClient.PATIENCE, arguments);
    if (!answer.succeeded()) {
      throw new EngineException(
          Problem.ENGINE_LOST,
          "docker " + arguments[0] + " " + arguments[1] + " failed: " + answer.complaint());
    }
    return answer.output();
  }
}
