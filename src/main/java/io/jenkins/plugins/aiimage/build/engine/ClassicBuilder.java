package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The builder that the Docker engine had before BuildKit. */
record ClassicBuilder(DockerEngine engine) implements Builder {
  private static final Pattern STEP = Pattern.compile("Step \\d+/\\d+ : ");
  private static final Pattern RUNNING = Pattern.compile(" ---> Running in ([0-9a-f]{12,64})");

  @Override
  public String name() {
    return "docker";
  }

  @Override
  public Command command(PhaseBuild phase, Path folder, Path imageIdFile) throws IOException {
    Path dockerfile = Files.writeString(folder.resolve("Dockerfile"), phase.dockerfile());
    // A failed build would leave its container behind.
    List<String> words = new ArrayList<>(List.of("build", "--force-rm"));
    PhaseBuild complete = TargetArguments.given(phase, engine.platform());
    words.addAll(DockerArguments.of(complete, dockerfile, imageIdFile));
    words.addAll(DockerArguments.limits(phase.options().limits()));
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
  public boolean isLimiting() {
    return true;
  }

  @Override
  public String readable(String line) {
    return line;
  }

  @Override
  public BuildTrace follow(BuildTrace before, String line) {
    Matcher step = STEP.matcher(line);
    if (step.lookingAt()) {
      return before.announced(line.substring(step.end()));
    }
    Matcher running = RUNNING.matcher(line);
    return running.matches() ? before.in(running.group(1)) : before;
  }

  /** Between the end of a RUN and its layer the classic builder says nothing, however long. */
  @Override
  public Optional<String> silentWork(BuildTrace trace, ProcessHandle client) {
    Optional<String> running =
        trace
            .container()
            .flatMap(id -> ask("container", "inspect", "-f", "{{.State.Running}}", id));
    return running.filter("false"::equals).map(ended -> "committing the layer");
  }

  @Override
  public List<String> processes(BuildTrace trace, ProcessHandle client) {
    Optional<String> table =
        trace.container().flatMap(id -> ask("container", "top", id, "-o", "pid,stat,etime,args"));
    return table
        .map(text -> text.lines().skip(1).map(line -> line.replaceAll(" +", " ")).toList())
        .orElse(List.of());
  }

  /** A build that is stopped or breaks off with its engine leaves the container of its RUN. */
  @Override
  public Optional<String> cleanUp(BuildTrace trace, Path folder) {
    if (trace.container().isEmpty()) {
      return Optional.empty();
    }
    String id = trace.container().get();
    try {
      if (isThere(id)) {
        ShortCommand.Result unused =
            cleaner().run(DockerClient.PATIENCE, "container", "rm", "--force", "--volumes", id);
      }
      return isThere(id)
          ? Optional.of("The build's container " + id + " is still in the engine.")
          : Optional.empty();
    } catch (EngineException e) {
      return Optional.of(
          "The engine does not answer, so it may still have the build's container "
              + id
              + "; the next build on this machine removes it.");
    }
  }

  private boolean isThere(String container) throws EngineException {
    return cleaner()
        .run(DockerClient.PATIENCE, "container", "inspect", "-f", "{{.State.Status}}", container)
        .succeeded();
  }

  /** An aborted run cleans up too. */
  private DockerClient cleaner() {
    return engine.client().unabortable();
  }

  /** Empty where the engine does not answer or knows no such container. */
  private Optional<String> ask(String... words) {
    try {
      ShortCommand.Result answer = engine.client().run(DockerClient.PATIENCE, words);
      return answer.succeeded() ? Optional.of(answer.output().strip()) : Optional.empty();
    } catch (EngineException e) {
      return Optional.empty();
    }
  }
}
