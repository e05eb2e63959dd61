package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.engine.PhaseBuild.BuildOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetArgumentsTest {
  private static Map<String, String> given(
      String dockerfile, Optional<String> platform, Map<String, String> own) {
    PhaseBuild phase =
        new PhaseBuild(
            "torch",
            dockerfile,
            Path.of("/context"),
            true,
            Optional.empty(),
            Optional.empty(),
            new BuildOptions(own, platform, Optional.empty(), Map.of(), List.of(), Map.of()),
            true);
    return TargetArguments.given(phase, "linux/amd64").options().buildArguments();
  }

  @Test
  void shouldGiveTheEnginesPlatformToWhatIsNamed() {
    assertEquals(
        Map.of("TARGETARCH", "amd64", "TARGETPLATFORM", "linux/amd64"),
        given("FROM a\nARG TARGETARCH\nARG TARGETPLATFORM\n", Optional.empty(), Map.of()));
    assertEquals(Map.of(), given("FROM a\n", Optional.empty(), Map.of()));
  }

  @Test
  void shouldGiveThePlatformThatIsAskedFor() {
    assertEquals(
        Map.of("TARGETOS", "linux", "TARGETVARIANT", "v7"),
        given("ARG TARGETOS TARGETVARIANT", Optional.of("linux/arm/v7"), Map.of()));
  }

  @Test
  void shouldLeaveTheAuthorsOwnValue() {
    Map<String, String> own = Map.of("TARGETARCH", "mine");
    assertEquals(own, given("ARG TARGETARCH", Optional.empty(), own));
  }
}
