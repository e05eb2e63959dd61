package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store behind {@code podman}. */
record PodmanEngine(Store store) implements Engine {
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
  public String version() {
    return store.facts().version();
  }

  @Override
  public String words() {
    return store.words();
  }

  @Override
  public String platform() {
    return store.facts().platform();
  }

  @Override
  public Optional<LocalImage> image(String reference) throws EngineException {
    return inspect(List.of(reference)).stream().findFirst();
  }

  @Override
  public Map<String, LocalImage> images(List<String> names) throws EngineException {
    Map<String, LocalImage> found = new HashMap<>();
    for (LocalImage image : names.isEmpty() ? List.<LocalImage>of() : inspect(names)) {
      names.stream()
          .filter(name -> StoreName.means(name, image.names()))
          .forEach(name -> found.put(name, image));
    }
    return found;
  }

  private List<LocalImage> inspect(List<String> references) throws EngineException {
    List<String> words = new ArrayList<>(List.of("image", "inspect", "--format", IMAGE, "--"));
    words.addAll(references);
    // An image that is missing makes the exit code 125 and a line of its own.
    ShortCommand.Result answer = store.client().run(StoreClient.PATIENCE, words);
    List<LocalImage> images = new ArrayList<>();
    for (String[] parts : marked(answer.output(), 5)) {
      images.add(
          new LocalImage(
              "sha256:" + parts[1], Long.parseLong(parts[2]), words(parts[3]), words(parts[4])));
    }
    return images;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" ", -1));
  }

  @Override
  public void tag(String image, String name) throws EngineException {
    store.tag(image, name);
  }

  @Override
  public Optional<String> push(String name, Duration timeout) throws EngineException {
    return store.push(name, timeout);
  }

  @Override
  public Optional<String> pull(String reference, Duration timeout) throws EngineException {
    return store.pull(reference, timeout);
  }

  @Override
  public Optional<String> smokeTest(String image, String commandLine, Duration timeout)
      throws EngineException {
    return new StoreProgram(new StoreBuilder(this, store)).smokeTest(image, commandLine, timeout);
  }

  @Override
  public Optional<Path> dataRoot() {
    return store.root();
  }

  @Override
  public Optional<String> output(String image, Duration patience, String... command)
      throws EngineException {
    return new StoreProgram(new StoreBuilder(this, store)).output(image, patience, command);
  }
}
