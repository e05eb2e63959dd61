package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A Dockerfile for one target, with its build arguments and platform put in. */
public final class ResolvedDockerfile {
  private final Dockerfile dockerfile;
  private final List<ResolvedStage> stages;
  private final List<String> unusedBuildArguments;

  private ResolvedDockerfile(
      Dockerfile dockerfile, List<ResolvedStage> stages, List<String> unusedBuildArguments) {
    this.dockerfile = dockerfile;
    this.stages = stages;
    this.unusedBuildArguments = unusedBuildArguments;
  }

  /**
   * Finds out what {@code target} needs.
   *
   * @param target name or index of a stage; the last stage when empty
   * @param buildArguments by name
   * @param platform of the image, such as {@code linux/amd64}
   * @throws DockerfileException when there is no such target or a needed stage cannot be built
   */
  public static ResolvedDockerfile of(
      Dockerfile dockerfile,
      Optional<String> target,
      Map<String, String> buildArguments,
      String platform) {
    Recipe recipe = GlobalArguments.recipe(dockerfile, buildArguments, platform);
    Stage last = dockerfile.stages().get(dockerfile.stages().size() - 1);
    Stage stage = target.map(name -> target(recipe, name)).orElse(last);
    List<ResolvedStage> stages = new Resolver(recipe).needed(stage);
    return new ResolvedDockerfile(dockerfile, stages, unused(dockerfile, stages, buildArguments));
  }

  private static Stage target(Recipe recipe, String name) {
    return recipe
        .stage(name)
        .orElseThrow(
            () -> {
              List<String> labels =
                  recipe.dockerfile().stages().stream().map(Stage::label).toList();
              return new DockerfileException(
                  0, "there is no stage " + name + "; choose one of " + String.join(", ", labels));
            });
  }

  private static List<String> unused(
      Dockerfile dockerfile, List<ResolvedStage> stages, Map<String, String> buildArguments) {
    TreeSet<String> unused = new TreeSet<>(buildArguments.keySet());
    unused.removeIf(GlobalArguments::isPredefined);
    List<Instruction> needed = new ArrayList<>(dockerfile.globalArguments());
    for (ResolvedStage stage : stages) {
      stage.triggers().forEach(trigger -> needed.add(trigger.instruction()));
      needed.addAll(stage.stage().instructions());
    }
    for (Instruction instruction : needed) {
      if (instruction.keyword() == Keyword.ARG) {
        Assignment.of(instruction, dockerfile.escape()).forEach(arg -> unused.remove(arg.name()));
      }
    }
    return List.copyOf(unused);
  }

  public Dockerfile dockerfile() {
    return dockerfile;
  }

  /** The needed stages in file order, the target last. */
  public List<ResolvedStage> stages() {
    return stages;
  }

  /** The stage that is built in the end. */
  public ResolvedStage target() {
    return stages.get(stages.size() - 1);
  }

  /** Names of supplied build arguments that no needed ARG declares, sorted. */
  public List<String> unusedBuildArguments() {
    return unusedBuildArguments;
  }
}
