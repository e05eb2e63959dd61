package io.jenkins.plugins.aiimage.build.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The arguments of {@code docker build} that do not depend on the builder behind it. */
final class DockerArguments {
  /** Microseconds, as the kernel counts them. */
  private static final long PERIOD = 100_000;

  private DockerArguments() {}

  static List<String> of(PhaseBuild phase, Path dockerfile, Path imageIdFile) {
    PhaseBuild.BuildOptions options = phase.options();
    List<String> words = new ArrayList<>();
    words.add("--file=" + dockerfile);
    words.add("--iidfile=" + imageIdFile);
    phase.tag().ifPresent(tag -> words.add("--tag=" + tag));
    if (!phase.useBuilderCache()) {
      words.add("--no-cache");
    }
    options.platform().ifPresent(platform -> words.add("--platform=" + platform));
    options.network().ifPresent(network -> words.add("--network=" + network));
    options.addHosts().forEach(host -> words.add("--add-host=" + host));
    new TreeMap<>(options.buildArguments())
        .forEach((name, value) -> words.add("--build-arg=" + name + "=" + value));
    new TreeMap<>(options.labels())
        .forEach((name, value) -> words.add("--label=" + name + "=" + value));
    return words;
  }

  /** For the builders that start a container for each RUN; BuildKit knows no limits. */
  static List<String> limits(Resources limits) {
    List<String> words = new ArrayList<>();
    if (limits.milliCpus() > 0) {
      words.add("--cpu-period=" + PERIOD);
      words.add("--cpu-quota=" + limits.milliCpus() * PERIOD / 1000);
    }
    if (limits.bytes() > 0) {
      words.add("--memory=" + limits.bytes());
      // Without it as much again may be swapped out.
      words.add("--memory-swap=" + limits.bytes());
    }
    return words;
  }
}
