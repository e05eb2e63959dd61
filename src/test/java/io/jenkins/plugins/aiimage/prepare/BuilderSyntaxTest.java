package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Feature;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderSyntaxTest {
  private static Set<Feature> missing(BuilderSyntax builder) {
    Set<Feature> missing = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (builder.missing(feature).isPresent()) {
        missing.add(feature);
      }
    }
    return missing;
  }

  @Test
  void shouldKnowNothingOfItInTheClassicBuilder() {
    assertEquals(
        EnumSet.allOf(Feature.class), missing(new BuilderSyntax("docker", "28.2.2", true)));
  }

  @ParameterizedTest
  @CsvSource({
    "20.10.24+dfsg1, false, 8",
    "20.10.24+dfsg1, true, 0",
    "23.0.0, false, 0",
    "28.2.2, false, 0",
    "dev, false, 0"
  })
  void shouldGoByTheAgeOfBuildKitUnlessTheFileNamesItsReader(
      String version, boolean namesSyntax, int count) {
    assertEquals(count, missing(new BuilderSyntax("buildkit", version, namesSyntax)).size());
  }

  @ParameterizedTest
  @CsvSource({
    "buildah, 1.28.2, 8",
    "buildah, 1.30.0, 7",
    "buildah, 1.33.1, 5",
    "buildah, 1.41.0, 2",
    "buildah, 2.0.0, 0",
    "podman, 4.3.1, 8",
    "podman, 4.9.3, 5",
    "podman, 5.6.0, 2",
    "podman, 6.0.0-dev, 0"
  })
  void shouldGoByTheReleaseThatBroughtAFeature(String builder, String version, int count) {
    Set<Feature> missing = missing(new BuilderSyntax(builder, version, true));
    assertEquals(count, missing.size(), missing::toString);
    assertTrue(!missing.contains(Feature.RUN_MOUNT) && !missing.contains(Feature.CHMOD));
  }

  @Test
  void shouldSayWhatToDo() {
    assertEquals(
        Optional.of(
            "podman 4.3.1 does not know a heredoc (<<); install podman 4.8 or later, or build with"
                + " BuildKit"),
        new BuilderSyntax("podman", "4.3.1", false).missing(Feature.HEREDOC));
  }
}
