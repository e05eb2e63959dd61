package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.Locale;

/**
 * What one place, or several over each other, say about the registry; an empty text says nothing.
 * Credentials and prefix belong to the registry that they are set beside and follow to no other.
 *
 * @param registry {@code HOST[:PORT]}, maybe with {@code http://} or {@code https://}
 * @param credentialsId of the credentials for this registry
 * @param repositoryPrefix what comes before an image's name, without a slash at the end
 */
record RegistryChoice(String registry, String credentialsId, String repositoryPrefix) {
  static final RegistryChoice NONE = new RegistryChoice("", "", "");

  RegistryChoice {
    registry = registry.strip();
    credentialsId = credentialsId.strip();
    repositoryPrefix = repositoryPrefix.strip();
    while (repositoryPrefix.endsWith("/")) {
      repositoryPrefix = repositoryPrefix.substring(0, repositoryPrefix.length() - 1);
    }
  }

  /** As forms and Configuration as Code give it: null says nothing. */
  static RegistryChoice ofNullable(String registry, String credentialsId, String prefix) {
    return new RegistryChoice(
        registry == null ? "" : registry,
        credentialsId == null ? "" : credentialsId,
        prefix == null ? "" : prefix);
  }

  boolean isBlank() {
    return equals(NONE);
  }

  /** This one, and for what it leaves open the other. */
  RegistryChoice over(RegistryChoice outer) {
    RegistryChoice rest = outer.at(registry);
    return new RegistryChoice(
        rest.registry,
        credentialsId.isEmpty() ? rest.credentialsId : credentialsId,
        repositoryPrefix.isEmpty() ? rest.repositoryPrefix : repositoryPrefix);
  }

  /** What is left of this choice for who names a registry; an empty name is none. */
  RegistryChoice at(String named) {
    if (named.isBlank()) {
      return this;
    }
    if (registry.isEmpty()) {
      // A prefix beside no registry is a rule for all names; credentials beside none are for none.
      return new RegistryChoice(named, "", repositoryPrefix);
    }
    return reaches(named)
        ? new RegistryChoice(named, credentialsId, repositoryPrefix)
        : new RegistryChoice(named, "", "");
  }

  /** A registry as this choice writes it if it is the same one; with a scheme it is spelt out. */
  String spelling(String named) {
    return !named.contains("://") && isSame(registry, named) ? registry : named;
  }

  /** Whether two texts name one registry, however it is spoken to. */
  static boolean isSame(String one, String other) {
    try {
      return RegistryHost.parse(one)
          .name()
          .equalsIgnoreCase(RegistryHost.parse(other.strip()).name());
    } catch (InvalidReferenceException e) {
      return false;
    }
  }

  /** Whether it is the same registry, spoken to no less safely than this choice does. */
  private boolean reaches(String named) {
    try {
      RegistryHost mine = RegistryHost.parse(registry);
      RegistryHost theirs = RegistryHost.parse(named.strip());
      return mine.name().toLowerCase(Locale.ROOT).equals(theirs.name().toLowerCase(Locale.ROOT))
          && (mine.plainHttp() || !theirs.plainHttp());
    } catch (InvalidReferenceException e) {
      return false;
    }
  }

  /** The image's name with the prefix, which is not put before it a second time. */
  String prefixed(String image) {
    boolean needless = repositoryPrefix.isEmpty() || image.startsWith(repositoryPrefix + "/");
    return needless ? image : repositoryPrefix + "/" + image;
  }
}
