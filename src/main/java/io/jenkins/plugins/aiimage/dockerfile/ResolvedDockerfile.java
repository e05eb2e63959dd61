package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
                  0,
                  "the target "
                      + name
                      + " is no stage; choose one of "
                      + String.join(", ", labels));
            });
  }

  private static List<String> unused(
      Dockerfile dockerfile, List<ResolvedStage> stages, Map<String, String> buildArguments) {
    TreeSet<String> unused = new TreeSet<>(buildArguments.keySet());
    unused.removeIf(GlobalArguments::isPredefined);
    List<Instruction> needed = new ArrayList<>(dockerfile.globalArguments());
    for (ResolvedStage stage : stages) {
      stage.all().forEach(each -> needed.add(each.instruction()));
    }
    for (Instruction instruction : needed) {
      if (instruction.keyword() == Keyword.ARG) {
        Assignment.of(instruction, dockerfile.escape()).forEach(arg -> unused.remove(arg.name()));
      }
    }
    return List.copyOf(unused);
  }

  /**
   * The phases in the order to build them: those of the stages the target needs, then the target's.
   *
   * <p>A stage with marks is cut at its marks; one without, behind each RUN that installs packages.
   * A stage without instructions, and one whose ONBUILD other stages need, has no phases.
   *
   * @throws DockerfileException when a mark is wrong or stands where a cut would change the result
   */
  public List<Phase> phases() {
    return PhasePlanner.plan(this);
  }

  /**
   * The Dockerfile that builds {@code phase} as its last stage.
   *
   * @param stageImages the image of each stage whose phases are built, by index
   * @param startImage the image of the phase before it in its stage; unused for a stage's first
   * @param pins what to write instead of an image of the file, by its expanded reference
   * @param arguments to declare at the beginning of every stage that is written out, by name; the
   *     values must need no quotes
   * @throws IllegalArgumentException when an image is missing that the phase needs
   */
  public String render(
      Phase phase,
      Map<Integer, String> stageImages,
      Optional<String> startImage,
      Map<String, String> pins,
      Map<String, String> arguments) {
    return new Renderer(this, stageImages, pins, arguments).render(phase, startImage);
  }

  /** All images of registries that the needed stages name, in file order. */
  public List<ImageReference> images() {
    Map<Integer, ImageReference> images = new TreeMap<>();
    for (ResolvedStage stage : stages) {
      if (stage.base() instanceof Base.Image base) {
        images.put(base.image().span().start(), base.image());
      }
      for (ResolvedInstruction instruction : stage.all()) {
        for (Source source : instruction.sources()) {
          if (source instanceof Source.Image from) {
            images.put(from.image().span().start(), from.image());
          }
        }
      }
    }
    return List.copyOf(images.values());
  }

  /** Whether an ARG above the first FROM has that name. No stage sees it unless it repeats it. */
  public boolean declaresGlobally(String argument) {
    return dockerfile.globalArguments().stream()
        .flatMap(each -> Assignment.of(each, dockerfile.escape()).stream())
        .anyMatch(each -> each.name().equals(argument));
  }

  Optional<ResolvedStage> stage(int index) {
    return stages.stream().filter(stage -> stage.index() == index).findFirst();
  }

  /**
   * Whether a stage is written as it is into every phase that uses it, instead of being built once:
   * there is nothing to build, or its image would run its own ONBUILD where it stands in for it.
   */
  boolean isKept(ResolvedStage stage) {
    List<Instruction> instructions = stage.stage().instructions();
    return stage.index() != target().index()
        && (instructions.isEmpty()
            || instructions.stream().anyMatch(each -> each.keyword() == Keyword.ONBUILD));
  }

  /** All that ran before instruction {@code end} of the stage, inherited instructions included. */
  List<Instruction> history(ResolvedStage stage, int end) {
    List<Instruction> history = new ArrayList<>();
    if (stage.base() instanceof Base.ParentStage base) {
      ResolvedStage parent = stage(base.index()).orElseThrow();
      history.addAll(history(parent, parent.instructions().size()));
      // These end with their stage: what they do to the image is inherited, not their effect here.
      history.removeIf(each -> each.keyword() == Keyword.ONBUILD || each.keyword() == Keyword.CMD);
    }
    stage.triggers().forEach(trigger -> history.add(trigger.instruction()));
    history.addAll(stage.stage().instructions().subList(0, end));
    return history;
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
