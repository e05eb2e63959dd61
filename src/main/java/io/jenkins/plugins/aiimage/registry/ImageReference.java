package io.jenkins.plugins.aiimage.registry;

import java.util.Optional;

/**
 * An image's full name, normalised as Docker does: {@code python:3.11} is {@code
 * docker.io/library/python:3.11}.
 *
 * @param registry {@code HOST[:PORT]}
 * @param repository without the registry
 */
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
  private static final String OFFICIAL = "library/";

  public ImageReference {
    ReferenceGrammar.requireHost(registry);
    ReferenceGrammar.requireRepository(repository);
    tag.ifPresent(ReferenceGrammar::requireTag);
  }

  /**
   * Parses {@code [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST]}. What comes before the first slash is a
   * registry if it has a dot or a colon or is {@code localhost}.
   *
   * @throws InvalidReferenceException if it is none
   */
  public static ImageReference parse(String text) {
    String rest = text;
    Optional<Digest> digest = Optional.empty();
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = Optional.of(Digest.parse(rest.substring(at + 1)));
      rest = rest.substring(0, at);
    }
    Optional<String> tag = Optional.empty();
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = Optional.of(rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    if (digest.isEmpty() && tag.isEmpty() && Digest.tryParse("sha256:" + rest).isPresent()) {
      throw new InvalidReferenceException(
          "\"" + text + "\" is an image id, not a name: write a repository and a tag.");
    }
    int slash = rest.indexOf('/');
    if (slash < 0 || !isRegistry(rest.substring(0, slash))) {
      return hub(rest, tag, digest);
    }
    String registry = rest.substring(0, slash);
    String repository = rest.substring(slash + 1);
    return RegistryHost.isDockerHub(registry)
        ? hub(repository, tag, digest)
        : new ImageReference(registry, repository, tag, digest);
  }

  /** Returns the text if it is a repository's name without registry, tag and digest. */
  public static String requireRepository(String repository) {
    ReferenceGrammar.requireRepository(repository);
    return repository;
  }

  /** Returns the text if it is a tag: {@code [A-Za-z0-9_][A-Za-z0-9_.-]{0,127}}. */
  public static String requireTag(String tag) {
    ReferenceGrammar.requireTag(tag);
    return tag;
  }

  private static ImageReference hub(
      String repository, Optional<String> tag, Optional<Digest> digest) {
    String full = repository.indexOf('/') < 0 ? OFFICIAL + repository : repository;
    return new ImageReference(RegistryHost.DOCKER_HUB, full, tag, digest);
  }

  private static boolean isRegistry(String text) {
    return text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.equals("localhost");
  }

  /** What the API asks for: the digest if there is one, else the tag, else {@code latest}. */
  public String reference() {
    return digest.map(Digest::toString).orElseGet(() -> tag.orElse("latest"));
  }

  /** The same repository by this tag only. */
  public ImageReference withTag(String newTag) {
    return new ImageReference(registry, repository, Optional.of(newTag), Optional.empty());
  }

  /** The same repository by this digest only. */
  public ImageReference withDigest(Digest newDigest) {
    return new ImageReference(registry, repository, Optional.empty(), Optional.of(newDigest));
  }

  /** As people write it: without Docker Hub's name and without {@code library/}. */
  public String familiar() {
    if (!registry.equals(RegistryHost.DOCKER_HUB)) {
      return toString();
    }
    if (repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0) {
      return suffixed(repository.substring(OFFICIAL.length()));
    }
    int slash = repository.indexOf('/');
    // Shortened, docker.io/my.team/app would read as registry my.team.
    boolean ambiguous = slash < 0 || isRegistry(repository.substring(0, slash));
    return ambiguous ? toString() : suffixed(repository);
  }

  /** The full name, with registry. */
  @Override
  public String toString() {
    return suffixed(registry + "/" + repository);
  }

  private String suffixed(String name) {
    return name + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }
}
