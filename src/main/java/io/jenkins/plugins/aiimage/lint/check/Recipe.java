package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Base;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.dockerfile.Flag;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile and its context, prepared for the checks.
 *
 * @param file where the Dockerfile is
 * @param context its build context
 * @param lines of the Dockerfile
 */
public record Recipe(
    Dockerfile dockerfile,
    List<StageView> stages,
    Path file,
    Path context,
    Ignores ignores,
    Text lines) {
  // The rules are the same for all; only what TARGETARCH and the like stand for differs.
  static final String PLATFORM = "linux/amd64";
  private static final int MOST_RESOLVED = 30;

  /**
   * Reads a Dockerfile.
   *
   * @throws DockerfileException when Docker would refuse it
   */
  public static Recipe of(String text, Path file, Path context) {
    Dockerfile dockerfile = Dockerfile.parse(text);
    return new Recipe(
        dockerfile, views(dockerfile), file, context, Ignores.of(dockerfile), new Text(text));
  }

  private static List<StageView> views(Dockerfile dockerfile) {
    Map<Integer, Base> bases = bases(dockerfile);
    Set<String> used = used(dockerfile);
    List<StageView> views = new ArrayList<>();
    for (Stage stage : dockerfile.stages()) {
      Base base = bases.get(stage.index());
      Optional<StageView> parent = Optional.empty();
      Optional<BaseName> name = Optional.empty();
      if (base instanceof Base.ParentStage other) {
        parent = Optional.of(views.get(other.index()));
      } else if (base instanceof Base.Image image) {
        name = Optional.of(BaseName.of(image.image().reference()));
      }
      boolean isLast = stage.index() + 1 == dockerfile.stages().size();
      boolean isUsed =
          stage.name().filter(used::contains).isPresent()
              || used.contains(Integer.toString(stage.index()));
      views.add(
          new StageView(
              stage, parent, name, isLast || !isUsed, StageView.runs(stage), dockerfile.escape()));
    }
    return List.copyOf(views);
  }

  /** The names of stages, in small letters, and their numbers that others use. */
  private static Set<String> used(Dockerfile dockerfile) {
    Set<String> used = new HashSet<>();
    for (Stage stage : dockerfile.stages()) {
      used.add(firstWord(stage.from().arguments()));
      for (Instruction instruction : stage.instructions()) {
        for (Flag flag : instruction.flags()) {
          String value = flag.value().orElse("");
          if (flag.name().equals("from")) {
            used.add(lower(value));
          } else if (flag.name().equals("mount")) {
            for (String field : value.split(",", -1)) {
              used.add(lower(field.startsWith("from=") ? field.substring(5) : ""));
            }
          }
        }
      }
    }
    return used;
  }

  private static String firstWord(String text) {
    return lower(text.split("[ \\t]", 2)[0]);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What stages are built on, where that is known without build arguments. */
  private static Map<Integer, Base> bases(Dockerfile dockerfile) {
    Map<Integer, Base> bases = new HashMap<>();
    int resolved = 0;
    for (int i = dockerfile.stages().size() - 1; i >= 0 && resolved < MOST_RESOLVED; i--) {
      if (!bases.containsKey(i)) {
        resolved++;
        resolved(dockerfile, i)
            .ifPresent(
                file -> {
                  for (ResolvedStage stage : file.stages()) {
                    bases.put(stage.index(), stage.base());
                  }
                });
      }
    }
    return bases;
  }

  /** The file for one stage as target; empty where that needs build arguments. */
  private static Optional<ResolvedDockerfile> resolved(Dockerfile dockerfile, int stage) {
    try {
      Optional<String> target = Optional.of(Integer.toString(stage));
      return Optional.of(ResolvedDockerfile.of(dockerfile, target, Map.of(), PLATFORM));
    } catch (DockerfileException e) {
      return Optional.empty();
    }
  }

  /** The file for this stage as target; empty where that needs build arguments. */
  Optional<ResolvedDockerfile> resolved(StageView view) {
    return resolved(dockerfile, view.stage().index());
  }

  String text() {
    return dockerfile.text();
  }

  List<StageView> finalStages() {
    return stages.stream().filter(StageView::isFinal).toList();
  }
}
