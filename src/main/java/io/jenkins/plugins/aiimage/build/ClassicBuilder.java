package io.jenkins.plugins.aiimage.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The builder that the Docker engine had before BuildKit. */
record ClassicBuilder(Engine engine) implements Builder {
  @Override
  public String name() {
    return "docker";
  }

  @Override
  public Command command(PhaseBuild phase, Path folder, Path imageIdFile) throws IOException {
    Path dockerfile = Files.writeString(folder.resolve("Dockerfile"), phase.dockerfile());
    // A failed build would leave its container behind.
    List<String> words = new ArrayList<>(List.of("build", "--force-rm"));
    words.addAll(DockerArguments.of(phase, dockerfile, imageIdFile));
    words.add("--");
    words.add(contextOf(phase, folder).toString());
    return engine.client().command(words, Map.of("DOCKER_BUILDKIT", "0"));
  }

  /** The whole context travels for every build, so a phase that reads none of it gets none. */
  private static Path contextOf(PhaseBuild phase, Path folder) throws IOException {
    return phase.readsContext()
        ? phase.context()
        : Files.createDirectories(folder.resolve("empty-context"));
  }

  @Override
  public String readable(String line) {
    return line;
  }
}
