package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.Feature;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which syntax of Dockerfiles a builder knows. What is not known to be missing is left to the
 * builder.
 *
 * @param builder its name
 * @param version of its engine
 * @param namesSyntax whether the Dockerfile names what reads it, which BuildKit then fetches
 */
record BuilderSyntax(String builder, String version, boolean namesSyntax) {
  /** All that the BuildKit inside Docker Engine 20.10.24 knows of the features; tried. */
  private static final Set<Feature> OLD_BUILDKIT = Set.of(Feature.RUN_MOUNT, Feature.CHMOD);

  private static final ReleaseNumber NEW_BUILDKIT = new ReleaseNumber(23, 0);

  /** The releases that brought a feature, by the change logs; tried with 1.28 and 4.3. */
  private record Since(ReleaseNumber buildah, ReleaseNumber podman) {
    static Since of(int buildahMinor, int podmanMajor, int podmanMinor) {
      return new Since(
          new ReleaseNumber(1, buildahMinor), new ReleaseNumber(podmanMajor, podmanMinor));
    }
  }

  private static final Map<Feature, Since> BUILDAH =
      Map.of(
          Feature.RUN_NETWORK, Since.of(30, 4, 5),
          Feature.HEREDOC, Since.of(33, 4, 8),
          Feature.CHECKSUM, Since.of(33, 4, 8),
          Feature.EXCLUDE, Since.of(38, 5, 3),
          Feature.PARENTS, Since.of(40, 5, 5),
          Feature.LINK, Since.of(41, 5, 6),
          // Missing in all releases that were looked at: up to 1.44 and 5.6.
          Feature.RUN_SECURITY, Since.of(45, 5, 7),
          Feature.KEEP_GIT_DIR, Since.of(45, 5, 7));

  /** That a feature is missing and what to do, as one sentence; empty if that is not known. */
  Optional<String> missing(Feature feature) {
    Optional<String> remedy =
        switch (builder) {
          case "docker" ->
              Optional.of(
                  "build with BuildKit, for which docker needs its buildx plug-in, and the builder"
                      + " auto or buildkit");
          case "buildkit" -> buildKit(feature);
          case "buildah" -> since(feature, Since::buildah);
          case "podman" -> since(feature, Since::podman);
          default -> Optional.empty();
        };
    return remedy.map(todo -> words() + " does not know " + feature.words() + "; " + todo);
  }

  private String words() {
    return switch (builder) {
      case "docker" -> "Docker's classic builder";
      case "buildkit" -> "the BuildKit of Docker " + version;
      default -> builder + " " + version;
    };
  }

  private Optional<String> buildKit(Feature feature) {
    boolean enough =
        namesSyntax
            || OLD_BUILDKIT.contains(feature)
            || !ReleaseNumber.of(version).isBefore(NEW_BUILDKIT);
    return enough
        ? Optional.empty()
        : Optional.of(
            "begin the file with # syntax=docker/dockerfile:1, or install Docker "
                + NEW_BUILDKIT
                + " or later");
  }

  private Optional<String> since(Feature feature, Function<Since, ReleaseNumber> release) {
    Since since = BUILDAH.get(feature);
    return since == null || !ReleaseNumber.of(version).isBefore(release.apply(since))
        ? Optional.empty()
        : Optional.of(
            "install "
                + builder
                + " "
                + release.apply(since)
                + " or later, or build with BuildKit");
  }
}
