package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.RegistryHost;

/**
 * Where a database can be fetched from.
 *
 * @param reference a tag or a digest
 */
public record Source(RegistryHost host, String repository, String reference) implements Origin {

  /**
   * Reads {@code [http://]HOST/REPOSITORY:TAG}.
   *
   * @throws io.jenkins.plugins.aiimage.registry.InvalidReferenceException if it is none
   */
  public static Source parse(String text) {
    int scheme = text.indexOf("://");
    ImageReference name = ImageReference.parse(scheme < 0 ? text : text.substring(scheme + 3));
    RegistryHost host =
        scheme < 0
            ? RegistryHost.of(name)
            : RegistryHost.parse(text.substring(0, scheme + 3) + name.registry());
    String reference =
        name.digest().map(Object::toString).orElseGet(() -> name.tag().orElse("latest"));
    return new Source(host, name.repository(), reference);
  }

  /** Whether it names one manifest for ever, so that nothing can be put there. */
  public boolean isDigest() {
    return reference.indexOf(':') >= 0;
  }

  /** As Trivy reads it. */
  @Override
  public String toString() {
    return host.name() + "/" + repository + (isDigest() ? "@" : ":") + reference;
  }
}
