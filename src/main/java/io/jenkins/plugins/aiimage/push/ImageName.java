package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.Optional;

/**
 * An image as a person names it: with a registry or without, or by its id.
 *
 * @param text as it was written, without a scheme
 * @param scheme {@code http://}, {@code https://} or nothing
 * @param reference empty for an id
 */
record ImageName(String text, String scheme, Optional<ImageReference> reference) {
  private static final String ALGORITHM = "sha256:";
  private static final int SHORT = 12;
  private static final int FULL = 64;

  /**
   * Parses a name or an id. Hexadecimal digits are an id where they are as many as engines show, or
   * follow {@code sha256:}.
   *
   * @throws InvalidReferenceException if it is neither
   */
  static ImageName parse(String written) {
    int end = written.indexOf("://");
    String scheme = end < 0 ? "" : written.substring(0, end + 3);
    String text = written.substring(scheme.length());
    if (scheme.isEmpty() && isId(text)) {
      return new ImageName(text, "", Optional.empty());
    }
    if (!scheme.isEmpty()) {
      int slash = text.indexOf('/');
      RegistryHost unused =
          RegistryHost.parse(scheme + (slash < 0 ? text : text.substring(0, slash)));
    }
    return new ImageName(text, scheme, Optional.of(ImageReference.parse(text)));
  }

  private static boolean isId(String text) {
    boolean prefixed = text.startsWith(ALGORITHM);
    String hex = prefixed ? text.substring(ALGORITHM.length()) : text;
    for (int i = 0; i < hex.length(); i++) {
      if (Character.digit(hex.charAt(i), 16) < 0 || Character.isUpperCase(hex.charAt(i))) {
        return false;
      }
    }
    return prefixed
        ? hex.length() >= SHORT && hex.length() <= FULL
        : hex.length() == SHORT || hex.length() == FULL;
  }

  /** Whether what comes before the first slash is a registry, and no part of the repository. */
  boolean hasRegistry() {
    int slash = text.indexOf('/');
    if (slash < 0 || reference.isEmpty()) {
      return false;
    }
    String first = text.substring(0, slash);
    ImageReference parsed = reference.get();
    return first.equals(parsed.registry()) || !parsed.repository().startsWith(first + "/");
  }

  /** Its repository; without a registry as it was written. Empty for an id. */
  String repository() {
    return reference.map(parsed -> hasRegistry() ? parsed.repository() : path()).orElse("");
  }

  /** Engines and people leave out what {@code docker.io} adds. */
  private String path() {
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.lastIndexOf(':');
    return colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
  }

  boolean hasDigest() {
    return reference.isPresent() && reference.get().digest().isPresent();
  }

  /** The tag that it has, or that engines take it to have; none for an id and a mere digest. */
  Optional<String> tag() {
    return reference.flatMap(
        parsed -> parsed.tag().or(() -> hasDigest() ? Optional.empty() : Optional.of("latest")));
  }

  /**
   * What an engine calls an image of this name, with its tag or digest; an id stays what it is.
   *
   * @param host where the name has no registry: the one it is looked for behind
   */
  String inEngine(Optional<RegistryHost> host) {
    if (reference.isEmpty()) {
      return text;
    }
    String full = host.isPresent() && !hasRegistry() ? host.get().name() + "/" + text : text;
    ImageReference parsed = ImageReference.parse(full);
    // Engines know a digest without a tag beside it.
    return (hasDigest()
            ? parsed.withDigest(parsed.digest().orElseThrow())
            : parsed.withTag(tag().orElseThrow()))
        .familiar();
  }
}
