package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.context.BuildContext;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Source;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which folder a phase reads files from, if it reads any. */
record PhaseContexts(ResolvedDockerfile dockerfile, BuildContext context) {

  /**
   * By the name of the phase.
   *
   * @throws UseCaseException if one reads from two: a builder takes one
   */
  Map<String, Path> of(List<Phase> phases) throws UseCaseException {
    Map<String, Path> folders = new HashMap<>();
    // A stage without phases is written out in every phase that needs it.
    Set<Path> everywhere = new LinkedHashSet<>();
    for (ResolvedStage stage : dockerfile.stages()) {
      if (phases.stream().noneMatch(phase -> phase.stage() == stage.index())) {
        add(stage.instructions(), everywhere);
      }
    }
    for (Phase phase : phases) {
      Set<Path> own = new LinkedHashSet<>(everywhere);
      ResolvedStage stage = stage(phase);
      add(stage.instructions().subList(phase.firstInstruction(), phase.endInstruction()), own);
      if (phase.firstInstruction() == 0) {
        add(stage.triggers(), own);
      }
      if (own.size() > 1) {
        throw UseCaseException.input(
            "Phase "
                + phase.name()
                + " copies some files from the context and some from the preset: put all that it"
                + " copies into "
                + context.folder()
                + ".");
      }
      own.forEach(folder -> folders.put(phase.name(), folder));
    }
    return folders;
  }

  private ResolvedStage stage(Phase phase) {
    return dockerfile.stages().stream()
        .filter(stage -> stage.index() == phase.stage())
        .findFirst()
        .orElseThrow();
  }

  private void add(List<ResolvedInstruction> instructions, Set<Path> folders) {
    for (ResolvedInstruction instruction : instructions) {
      for (Source source : instruction.sources()) {
        if (source instanceof Source.ContextPaths paths) {
          folders.add(context.holding(paths.patterns()).folder());
        } else if (source instanceof Source.WholeContext) {
          folders.add(context.folder());
        }
      }
    }
  }
}
