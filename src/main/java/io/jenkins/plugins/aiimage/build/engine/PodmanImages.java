package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of the store, as {@code podman} shows them. */
record PodmanImages(StoreClient client) implements StoreImages {
  private static final String MARK = "ai-image";
  private static final String IMAGE =
      MARK
          + "|{{.Id}}|{{.Size}}|{{range .RepoTags}}{{.}} {{end}}|{{range .RepoDigests}}{{.}} {{end}}";
  private static final String FACTS =
      MARK
          + "|{{.Version.Version}}|{{.Version.OsArch}}|{{.Store.GraphRoot}}"
          + "|{{.Store.GraphDriverName}}|{{.Host.OCIRuntime.Path}}";

  /** What podman says of itself and its store; it opens the store for that. */
  static Store.Facts ask(StoreClient client) throws EngineException {
    ShortCommand.Result answer = client.run("info", "--format", FACTS);
    for (String[] parts : marked(answer.output(), 6)) {
      if (answer.succeeded()) {
        return new Store.Facts(
            parts[1], parts[2], Path.of(parts[3], parts[4] + "-containers"), parts[5]);
      }
    }
    throw new EngineException(
        Problem.NO_ENGINE,
        "builder: podman does not work here (" + answer.complaint() + "): see podman info.");
  }

  /** The lines that are ours among warnings. */
  private static List<String[]> marked(String output, int fields) {
    return output
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(parts -> parts.length == fields && parts[0].equals(MARK))
        .toList();
  }

  @Override
  public Optional<Engine.LocalImage> image(String reference) throws EngineException {
    return inspect(List.of(reference)).stream().findFirst();
  }

  @Override
  public Map<String, Engine.LocalImage> images(List<String> names) throws EngineException {
    Map<String, Engine.LocalImage> found = new HashMap<>();
    for (Engine.LocalImage image :
        names.isEmpty() ? List.<Engine.LocalImage>of() : inspect(names)) {
      names.stream()
          .filter(name -> StoreName.means(name, image.names()))
          .forEach(name -> found.put(name, image));
    }
    return found;
  }

  private List<Engine.LocalImage> inspect(List<String> references) throws EngineException {
    List<String> words = new ArrayList<>(List.of("image", "inspect", "--format", IMAGE, "--"));
    words.addAll(references);
    // An image that is missing makes the exit code 125 and a line of its own.
    ShortCommand.Result answer = client.run(StoreClient.PATIENCE, words);
    List<Engine.LocalImage> images = new ArrayList<>();
    for (String[] parts : marked(answer.output(), 5)) {
      images.add(
          new Engine.LocalImage(
              "sha256:" + parts[1], Long.parseLong(parts[2]), words(parts[3]), words(parts[4])));
    }
    return images;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" ", -1));
  }
}
