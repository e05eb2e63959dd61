package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves a stage after those it needs. */
final class Resolver {
  private final Recipe recipe;
  private final Map<Integer, ResolvedStage> resolved = new TreeMap<>();
  private final Map<Integer, Scope> scopes = new TreeMap<>();

  Resolver(Recipe recipe) {
    this.recipe = recipe;
  }

  /** The stages that {@code target} needs and the target itself, in file order. */
  List<ResolvedStage> needed(Stage target) {
    resolve(target);
    return List.copyOf(resolved.values());
  }

  private void resolve(Stage stage) {
    if (resolved.containsKey(stage.index())) {
      return;
    }
    Base base = base(stage);
    List<Instruction> triggers = List.of();
    if (base instanceof Base.ParentStage parent) {
      Stage parentStage = recipe.dockerfile().stages().get(parent.index());
      resolve(parentStage);
      triggers = triggers(parentStage);
    }
    Scope scope = scope(base);
    StageResolver walk = new StageResolver(recipe, stage.index(), scope);
    ResolvedStage result =
        new ResolvedStage(
            stage,
            base,
            platform(stage),
            walk.resolve(triggers),
            walk.resolve(stage.instructions()));
    scopes.put(stage.index(), scope);
    resolved.put(stage.index(), result);
    resolveSources(result.triggers());
    resolveSources(result.instructions());
  }

  private void resolveSources(List<ResolvedInstruction> instructions) {
    for (ResolvedInstruction instruction : instructions) {
      for (Source source : instruction.sources()) {
        if (source instanceof Source.OtherStage other) {
          resolve(recipe.dockerfile().stages().get(other.index()));
        }
      }
    }
  }

  private static List<Instruction> triggers(Stage stage) {
    List<Instruction> triggers = new ArrayList<>();
    for (Instruction instruction : stage.instructions()) {
      instruction.trigger().ifPresent(triggers::add);
    }
    return triggers;
  }

  private Base base(Stage stage) {
    LogicalText text = stage.from().argumentText().words().get(0);
    int line = stage.from().line();
    Optional<String> expanded = recipe.expand(text.toString(), recipe.global(), line);
    String name =
        expanded.orElseThrow(
            () ->
                new DockerfileException(
                    line,
                    "the image "
                        + text
                        + " depends on what only the builder knows; give it by a"
                        + " build argument"));
    if (name.isEmpty()) {
      throw new DockerfileException(
          line,
          "the image " + text + " is empty; give its variable a default by an ARG before FROM");
    }
    if (name.equals("scratch")) {
      return new Base.Scratch();
    }
    for (Stage earlier : recipe.dockerfile().stages().subList(0, stage.index())) {
      if (earlier.name().filter(name::equalsIgnoreCase).isPresent()) {
        return new Base.ParentStage(earlier.index());
      }
    }
    return new Base.Image(new ImageReference(name, text.span(recipe.dockerfile().text())));
  }

  private Optional<String> platform(Stage stage) {
    return stage
        .from()
        .flag("platform")
        .flatMap(word -> recipe.expand(word, recipe.global(), stage.from().line()));
  }

  private Scope scope(Base base) {
    if (base instanceof Base.ParentStage parent) {
      return scopes.get(parent.index()).child();
    }
    return base instanceof Base.Scratch ? Scope.onScratch() : Scope.onImage();
  }
}
