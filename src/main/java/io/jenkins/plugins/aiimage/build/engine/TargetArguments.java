package io.jenkins.plugins.aiimage.build.engine;

/**
 * Docker's classic builder leaves {@code ARG TARGETARCH} and its like empty, where all others, and
 * the content key, have the platform (Docker 20.10).
 */
final class TargetArguments {
  private TargetArguments() {}

  /** The phase with those that its Dockerfile names and nobody gave a value. */
  static PhaseBuild given(PhaseBuild phase, String enginePlatform) {
    String platform = phase.options().platform().orElse(enginePlatform);
    String[] parts = platform.split("/", 3);
    PhaseBuild more = given(phase, "TARGETPLATFORM", platform);
    more = given(more, "TARGETOS", parts[0]);
    more = given(more, "TARGETARCH", parts.length > 1 ? parts[1] : "");
    return given(more, "TARGETVARIANT", parts.length > 2 ? parts[2] : "");
  }

  private static PhaseBuild given(PhaseBuild phase, String argument, String value) {
    // The builder warns of arguments that no instruction takes.
    boolean named = phase.dockerfile().contains(argument);
    return named && !phase.options().buildArguments().containsKey(argument)
        ? phase.with(argument, value)
        : phase;
  }
}
