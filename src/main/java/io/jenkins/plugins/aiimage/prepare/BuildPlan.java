package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.Base;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Source;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which phases are taken from the cache and which are built: from the target backwards, no further
 * than the deepest cached phase of each stage that is needed.
 *
 * @param cached phases whose image something is built on
 * @param toBuild in execution order
 * @param notNeeded all others
 * @param available names of the phases whose image the cache says it has
 */
record BuildPlan(
    List<Phase> cached, List<Phase> toBuild, List<Phase> notNeeded, Set<String> available) {
  BuildPlan {
    available = Set.copyOf(available);
  }

  /** The plan for the whole image. */
  static BuildPlan of(ResolvedDockerfile dockerfile, List<Phase> phases, Set<String> available) {
    return of(dockerfile, phases, phases.get(phases.size() - 1), available);
  }

  /** The plan where the image of the recipe's goal is there, or what makes it needless. */
  static BuildPlan done(ReadRecipe recipe) {
    Phase goal = recipe.goal();
    return new BuildPlan(
        List.of(goal),
        List.of(),
        recipe.phases().stream().filter(phase -> !phase.equals(goal)).toList(),
        Set.of(goal.name()));
  }

  /** The plan for what a run on this recipe makes. */
  static BuildPlan of(ReadRecipe recipe, Set<String> available) {
    return of(recipe.dockerfile(), recipe.phases(), recipe.goal(), available);
  }

  /**
   * The plan for the image of one phase.
   *
   * @param goal that phase; what comes after it is not needed
   */
  static BuildPlan of(
      ResolvedDockerfile dockerfile, List<Phase> phases, Phase goal, Set<String> available) {
    Map<Integer, ResolvedStage> stages = new HashMap<>();
    dockerfile.stages().forEach(stage -> stages.put(stage.index(), stage));
    Set<String> cached = new HashSet<>();
    Set<String> toBuild = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(goal.stage()));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (!seen.add(index)) {
        continue;
      }
      ResolvedStage stage = stages.get(index);
      List<Phase> own =
          phases.stream()
              .filter(phase -> phase.stage() == index && !isBehind(phase, goal))
              .toList();
      if (own.isEmpty()) {
        // Written out in whoever needs it, so what it needs is needed too.
        stage.instructions().forEach(i -> addStages(i, open));
      }
      int first = own.size() - 1;
      while (first >= 0 && !available.contains(own.get(first).name())) {
        toBuild.add(own.get(first).name());
        instructions(stage, own.get(first)).forEach(i -> addStages(i, open));
        first--;
      }
      if (first >= 0) {
        cached.add(own.get(first).name());
      } else {
        if (stage.base() instanceof Base.ParentStage parent) {
          open.push(parent.index());
        }
        stage.triggers().forEach(trigger -> addStages(trigger, open));
      }
    }
    return new BuildPlan(
        phases.stream().filter(p -> cached.contains(p.name())).toList(),
        phases.stream().filter(p -> toBuild.contains(p.name())).toList(),
        phases.stream()
            .filter(p -> !cached.contains(p.name()) && !toBuild.contains(p.name()))
            .toList(),
        available);
  }

  private static boolean isBehind(Phase phase, Phase goal) {
    return phase.stage() == goal.stage() && phase.firstInstruction() > goal.firstInstruction();
  }

  /** What the cache is left with where it does not give the image of a phase after all. */
  Set<String> availableWithout(Phase lost) {
    Set<String> left = new HashSet<>(available);
    left.remove(lost.name());
    return left;
  }

  private static List<ResolvedInstruction> instructions(ResolvedStage stage, Phase phase) {
    return stage.instructions().subList(phase.firstInstruction(), phase.endInstruction());
  }

  private static void addStages(ResolvedInstruction instruction, Deque<Integer> open) {
    for (Source source : instruction.sources()) {
      if (source instanceof Source.OtherStage other) {
        open.push(other.index());
      }
    }
  }

  /** As the story of a run tells it. */
  Event told() {
    return new PrepareEvent.ImageMissing(names(cached), names(toBuild), names(notNeeded));
  }

  private static List<String> names(List<Phase> phases) {
    return phases.stream().map(Phase::name).toList();
  }

  /** What a run that carries this out is called. */
  CacheResult result() {
    return cached.isEmpty() ? CacheResult.BUILT : CacheResult.RESUMED;
  }
}
