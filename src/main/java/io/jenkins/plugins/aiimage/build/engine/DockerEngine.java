package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A Docker engine that answers, as its client shows it.
 *
 * <p>Images are inspected by {@code docker image inspect}: {@code docker inspect} would match
 * prefixes of container ids as well.
 */
final class DockerEngine implements Engine {
  private static final String MARK = "image";
  private static final String FORMAT =
      MARK
          + "|{{.Id}}|{{.Size}}|{{range .RepoTags}}{{.}} {{end}}|{{range .RepoDigests}}{{.}} {{end}}";

  private final DockerClient client;
  private final String clientVersion;
  private final String version;
  private final String platform;
  private final EngineLocation location;
  private final CredentialSource credentials;

  private DockerEngine(
      DockerClient client,
      CredentialSource credentials,
      String clientVersion,
      String version,
      String platform) {
    this.client = client;
    this.credentials = credentials;
    this.location = new EngineLocation(client);
    this.clientVersion = clientVersion;
    this.version = version;
    this.platform = platform;
  }

  /**
   * The engine that a client talks to.
   *
   * @param credentials for pushes without the client
   */
  static DockerEngine ask(DockerClient client, CredentialSource credentials)
      throws EngineException {
    ShortCommand.Result answer =
        client.run(
            DockerClient.PATIENCE,
            "version",
            "--format",
            "{{.Client.Version}} {{.Server.Version}} {{.Server.Os}}/{{.Server.Arch}}");
    String[] words = answer.lastLine().split(" ", -1);
    if (!answer.succeeded() || words.length != 3) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "The container engine at " + client.host() + " gives no version: " + answer.complaint());
    }
    return new DockerEngine(client, credentials, words[0], words[1], words[2]);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String words() {
    return "Docker " + version;
  }

  @Override
  public String platform() {
    return platform;
  }

  DockerClient client() {
    return client;
  }

  /** Before Docker 23 BuildKit was part of the client; since then it is a plug-in of it. */
  int clientMajor() {
    int dot = clientVersion.indexOf('.');
    try {
      return Integer.parseInt(dot < 0 ? clientVersion : clientVersion.substring(0, dot));
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  boolean hasBuildx() throws EngineException {
    return client.run(DockerClient.PATIENCE, "buildx", "version").succeeded();
  }

  @Override
  public Optional<LocalImage> image(String reference) throws EngineException {
    return inspect(List.of(reference)).stream().findFirst();
  }

  @Override
  public Map<String, LocalImage> images(List<String> names) throws EngineException {
    Map<String, LocalImage> found = new HashMap<>();
    for (LocalImage image : names.isEmpty() ? List.<LocalImage>of() : inspect(names)) {
      image.names().stream().filter(names::contains).forEach(name -> found.put(name, image));
    }
    return found;
  }

  private List<LocalImage> inspect(List<String> references) throws EngineException {
    List<String> words = new ArrayList<>(List.of("image", "inspect", "--format", FORMAT, "--"));
    words.addAll(references);
    // An image that is missing makes the exit code 1 and a line of its own.
    ShortCommand.Result answer = client.run(DockerClient.PATIENCE, words.toArray(String[]::new));
    List<LocalImage> images = new ArrayList<>();
    for (String line : answer.output().lines().toList()) {
      String[] parts = line.split("\\|", -1);
      if (parts.length == 5 && parts[0].equals(MARK)) {
        images.add(
            new LocalImage(parts[1], Long.parseLong(parts[2]), words(parts[3]), words(parts[4])));
      }
    }
    return images;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" ", -1));
  }

  @Override
  public void tag(String image, String name) throws EngineException {
    must(DockerClient.PATIENCE, "docker tag", "tag", "--", image, name);
  }

  @Override
  public PushOutcome push(ImagePush push, PushListener listener) throws EngineException {
    tag(push.imageId(), push.destination());
    return new DockerPush(client, credentials).push(location.address(), push, listener);
  }

  @Override
  public Optional<String> pull(String reference, Duration timeout) throws EngineException {
    ShortCommand.Result answer = client.run(timeout, "pull", "--", reference);
    return answer.succeeded() ? Optional.empty() : Optional.of(answer.complaint());
  }

  @Override
  public SmokeTest.Outcome smokeTest(String image, SmokeTest test) throws EngineException {
    String name = "ai-image-smoke-" + UUID.randomUUID();
    List<String> words = new ArrayList<>(List.of("run", "--rm", "--name=" + name));
    test.network().ifPresent(network -> words.add("--network=" + network));
    words.addAll(List.of("--entrypoint=/bin/sh", "--", image, "-c", test.commandLine()));
    WatchedCommand.Outcome outcome =
        client.follow(test.timeout(), line -> {}, words.toArray(String[]::new));
    if (outcome.killed().isPresent()) {
      // What was killed is the client: the engine's container goes on without it.
      ShortCommand.Result unused =
          client.unabortable().run(DockerClient.PATIENCE, "rm", "--force", "--", name);
      return SmokeTest.Outcome.killed(test.timeout(), outcome.result());
    }
    return SmokeTest.Outcome.of(outcome.result());
  }

  @Override
  public Optional<Path> dataRoot() throws EngineException {
    return location.isHere()
        ? client
            .line("/", "info", "--format", "{{.DockerRootDir}}")
            .map(Path::of)
            .filter(Files::isDirectory)
        : Optional.empty();
  }

  @Override
  public Optional<String> output(String image, Duration patience, String... command)
      throws EngineException {
    List<String> words =
        new ArrayList<>(
            List.of("run", "--rm", "--network=none", "--entrypoint=" + command[0], "--"));
    words.add(image);
    words.addAll(List.of(command).subList(1, command.length));
    ShortCommand.Result answer = client.run(patience, words.toArray(String[]::new));
    return answer.succeeded() ? Optional.of(answer.output()) : Optional.empty();
  }

  @Override
  public Resources capacity() throws EngineException {
    return client.capacity();
  }

  @Override
  public Stock stock() {
    return new DockerStock(client);
  }

  private void must(Duration patience, String what, String... arguments) throws EngineException {
    ShortCommand.Result answer = client.run(patience, arguments);
    if (!answer.succeeded()) {
      throw new EngineException(Problem.ENGINE_LOST, what + " failed: " + answer.complaint());
    }
  }
}
