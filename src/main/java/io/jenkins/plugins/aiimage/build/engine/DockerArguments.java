package io.jenkins.plugins.aiimage.build.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The arguments of {@code docker build} that do not depend on the builder behind it. */
final class DockerArguments {
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
}
