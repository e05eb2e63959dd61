package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The image store that podman and buildah share, seen through one of them.
 *
 * @param isolation how something is run in a container of the store
 */
record Store(StoreClient client, Facts facts, PlainHttp plainHttp, Isolation isolation) {

  /**
   * What the client says of itself.
   *
   * @param version for instance {@code 4.3.1}
   * @param platform such as {@code linux/amd64}
   * @param containers folder where the store describes its containers
   * @param runtime program that the client runs containers with
   */
  record Facts(String version, String platform, Path containers, String runtime) {}

  Store with(Isolation other) {
    return new Store(client, facts, plainHttp, other);
  }

  /** For instance {@code podman 4.3.1, runtime runc}. */
  String words() {
    return client.name() + " " + facts.version() + isolation.words();
  }

  /** The folder of everything that it keeps. */
  Optional<Path> root() {
    return Optional.ofNullable(facts.containers().getParent()).filter(Files::isDirectory);
  }

  void tag(String image, String name) throws EngineException {
    String unused = client.must("tag", "--", image, name);
  }

  /** Empty if it is there now, otherwise the client's words. */
  Optional<String> pull(String reference, Duration timeout) throws EngineException {
    List<String> words = new ArrayList<>(List.of("pull", "--quiet"));
    words.addAll(plainHttp.options(reference));
    words.addAll(List.of("--", reference));
    ShortCommand.Result answer = client.run(timeout, words);
    return answer.succeeded() ? Optional.empty() : Optional.of(answer.complaint());
  }
}
