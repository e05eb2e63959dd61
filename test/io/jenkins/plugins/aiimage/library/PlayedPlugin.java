package io.jenkins.plugins.aiimage.library;

import java.util.List;
import java.util.Map;

/** A Jenkins in which each step of the plugin finds what it looks for. */
final class PlayedPlugin {
  static final String REFERENCE = "reg:5000/x@sha256:1";

  private PlayedPlugin() {}

  /** Gives a Jenkins these steps, and those that they are used with. */
  static void in(Pipeline jenkins) {
    jenkins.provide(
        "prepareAiProcessorImage",
        arguments ->
            Map.of(
                "cache",
                "HIT",
                "reference",
                REFERENCE,
                "phases",
                List.of(Map.of("name", "torch", "cache", "HIT"))));
    jenkins.provide(
        "initTrivyDb",
        arguments ->
            Map.of("environment", List.of("TRIVY_CACHE_DIR=/t"), "result", "HIT", "updatedAt", ""));
    jenkins.provide("pushCached", arguments -> Map.of("reference", "prod/x@sha256:1"));
    jenkins.variable("docker", new FakeDocker(jenkins.story));
    jenkins.variable("scm", Map.of());
    jenkins.step("checkout", arguments -> jenkins.story.add("checkout"), Object.class);
    jenkins.step("pwd", arguments -> "/ws@tmp", Map.class);
    jenkins.step("sh", arguments -> jenkins.story.add("sh " + arguments[0]), String.class);
    jenkins.step("sh", arguments -> 0, Map.class);
  }
}
