package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container engine that answers, as its client shows it.
 *
 * <p>Images are inspected by {@code docker image inspect}: {@code docker inspect} would match
 * prefixes of container ids as well.
 */
public final class Engine {
  private final DockerClient client;
  private final String clientVersion;
  private final String version;
  private final String platform;

  private Engine(DockerClient client, String clientVersion, String version, String platform) {
    this.client = client;
    this.clientVersion = clientVersion;
    this.version = version;
    this.platform = platform;
  }

  /**
   * An image in the engine's store.
   *
   * @param id digest of its configuration, {@code sha256:…}
   * @param bytes its size, unpacked
   * @param repositoryDigests the names with digest by which it was pulled or pushed
   */
  public record LocalImage(String id, long bytes, List<String> repositoryDigests) {
    public LocalImage {
      repositoryDigests = List.copyOf(repositoryDigests);
    }
  }

  /**
   * The first engine that answers.
   *
   * @throws EngineException if there is none: the reason of the first client
   */
  public static Engine first(Map<String, String> environment, Abort abort) throws EngineException {
    EngineException first = null;
    for (DockerClient client : DockerClient.onPath(environment, abort)) {
      try {
        return ask(client);
      } catch (EngineException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? noClient() : first;
  }

  static EngineException noClient() {
    return new EngineException(
        Problem.NO_ENGINE,
        "There is no docker program on the PATH: install a container engine (on Debian: apt-get"
            + " install docker.io).");
  }

  /** The engine that a client talks to. */
  static Engine ask(DockerClient client) throws EngineException {
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
    return new Engine(client, words[0], words[1], words[2]);
  }

  /** For instance {@code 20.10.24+dfsg1}. */
  public String version() {
    return version;
  }

  /** What it builds for when nothing else is asked: {@code linux/amd64}. */
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

  /** An image that the engine has, by name or id. */
  public Optional<LocalImage> image(String reference) throws EngineException {
    ShortCommand.Result answer =
        client.run(
            DockerClient.PATIENCE,
            "image",
            "inspect",
            "--format",
            "{{.Id}} {{.Size}}{{range .RepoDigests}} {{.}}{{end}}",
            "--",
            reference);
    String[] words = answer.lastLine().split(" ", -1);
    if (!answer.succeeded() || words.length < 2) {
      return Optional.empty();
    }
    List<String> digests = List.of(words).subList(2, words.length);
    return Optional.of(new LocalImage(words[0], Long.parseLong(words[1]), digests));
  }

  /**
   * Points a name at an image.
   *
   * @throws EngineException if the engine has no such image
   */
  public void tag(String image, String name) throws EngineException {
    must(DockerClient.PATIENCE, "docker tag", "tag", "--", image, name);
  }

  /**
   * Sends an image to the registry that its name says.
   *
   * @return an empty answer if it arrived, otherwise the engine's words
   */
  public Optional<String> push(String name, Duration timeout) throws EngineException {
    ShortCommand.Result answer = client.run(timeout, "push", "--", name);
    return answer.succeeded() ? Optional.empty() : Optional.of(answer.complaint());
  }

  /**
   * Fetches an image.
   *
   * @return an empty answer if it is there now, otherwise the engine's words
   */
  public Optional<String> pull(String reference, Duration timeout) throws EngineException {
    ShortCommand.Result answer = client.run(timeout, "pull", "--", reference);
    return answer.succeeded() ? Optional.empty() : Optional.of(answer.complaint());
  }

  /**
   * Runs a command line in a fresh container of the image, by the image's own shell, and removes
   * the container.
   *
   * @return an empty answer if it ended with 0, otherwise its last words
   */
  public Optional<String> smokeTest(String image, String commandLine, Duration timeout)
      throws EngineException {
    ShortCommand.Result answer =
        client.run(
            timeout, "run", "--rm", "--entrypoint", "/bin/sh", "--", image, "-c", commandLine);
    return answer.succeeded()
        ? Optional.empty()
        : Optional.of("exit code " + answer.exitCode() + ": " + answer.complaint());
  }

  private void must(Duration patience, String what, String... arguments) throws EngineException {
    ShortCommand.Result answer = client.run(patience, arguments);
    if (!answer.succeeded()) {
      throw new EngineException(Problem.ENGINE_LOST, what + " failed: " + answer.complaint());
    }
  }
}
