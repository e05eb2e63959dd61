package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.report.FileTree;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what the keys of a recipe were computed from, in a few kilobytes. */
record RecipeInputs(ResolvedDockerfile dockerfile, List<Phase> phases) {
  private static final int MOST_INSTRUCTIONS = 40;
  private static final int MOST_FILES = 40;
  private static final int MOST_NAMES = 20;
  private static final int NAME = 70;

  /**
   * What is told of it.
   *
   * @param identities what the names of external images stand for
   * @param files digests by path below the context
   */
  Inputs of(Map<String, String> identities, SortedMap<String, String> files) {
    return new Inputs(
        instructions(),
        few(arguments()),
        few(inputs(identities)),
        cut(new FileTree(files).atMost(MOST_FILES)));
  }

  private List<PhaseInputs> instructions() {
    List<PhaseInputs> all = new ArrayList<>();
    int count = 0;
    for (ResolvedStage stage : dockerfile.stages()) {
      int done = 0;
      for (Phase phase : phases) {
        if (phase.stage() == stage.index()) {
          List<ResolvedInstruction> own = new ArrayList<>(done == 0 ? stage.triggers() : List.of());
          own.addAll(stage.instructions().subList(done, phase.endInstruction()));
          done = phase.endInstruction();
          all.add(new PhaseInputs(cut(phase.name()), own.stream().map(RecipeInputs::of).toList()));
          count += own.size();
        }
      }
      List<ResolvedInstruction> rest =
          stage.instructions().subList(done, stage.instructions().size());
      if (!rest.isEmpty()) {
        String name = "stage " + stage.index();
        all.add(new PhaseInputs(name, rest.stream().map(RecipeInputs::of).toList()));
        count += rest.size();
      }
    }
    return count <= MOST_INSTRUCTIONS ? all : folded(all);
  }

  private static List<PhaseInputs> folded(List<PhaseInputs> all) {
    if (all.size() > MOST_INSTRUCTIONS) {
      return List.of(new PhaseInputs("", List.of(new Input("", digest(all)))));
    }
    return all.stream()
        .map(
            phase ->
                new PhaseInputs(
                    phase.phase(), List.of(new Input("", digest(phase.instructions())))))
        .toList();
  }

  private static Input of(ResolvedInstruction instruction) {
    String text = instruction.instruction().canonical();
    return new Input(cut(withoutValues(text)), FileTree.shortDigest(text));
  }

  /** The beginning of an instruction; what it sets and who it logs in as are left out. */
  private static String withoutValues(String text) {
    String line = text.lines().findFirst().orElse("");
    boolean sets = line.startsWith("ARG ") || line.startsWith("ENV ") || line.startsWith("LABEL ");
    int value = sets ? line.indexOf('=') : -1;
    return value >= 0 ? line.substring(0, value) : line.replaceAll("://[^/@\\s]*@", "://").strip();
  }

  private SortedMap<String, String> arguments() {
    SortedMap<String, String> arguments = new TreeMap<>();
    for (ResolvedStage stage : dockerfile.stages()) {
      List<ResolvedInstruction> all = new ArrayList<>(stage.triggers());
      all.addAll(stage.instructions());
      for (ResolvedInstruction instruction : all) {
        // Of a value that few bits could tell, eight digits tell little more than whether it is
        // the same.
        instruction
            .arguments()
            .forEach(
                (name, value) ->
                    arguments.merge(
                        name,
                        FileTree.shortDigest("argument " + name + "=" + value).substring(0, 8),
                        (one, other) ->
                            one.equals(other)
                                ? one
                                : FileTree.shortDigest(one + other).substring(0, 8)));
      }
    }
    return arguments;
  }

  private static SortedMap<String, String> inputs(Map<String, String> identities) {
    SortedMap<String, String> images = new TreeMap<>();
    identities.forEach((name, identity) -> images.put(name, FileTree.shortDigest(identity)));
    return images;
  }

  private static List<Input> few(SortedMap<String, String> digests) {
    List<Input> inputs = new ArrayList<>();
    digests.forEach((name, digest) -> inputs.add(new Input(cut(name), digest)));
    if (inputs.size() <= MOST_NAMES) {
      return inputs;
    }
    List<Input> few = new ArrayList<>(inputs.subList(0, MOST_NAMES));
    few.add(new Input("", digest(inputs.subList(MOST_NAMES, inputs.size()))));
    return few;
  }

  private static String digest(List<? extends Record> inputs) {
    return FileTree.shortDigest(inputs.toString());
  }

  private static List<Input> cut(List<Input> inputs) {
    return inputs.stream().map(input -> new Input(cutStart(input.name()), input.digest())).toList();
  }

  private static String cut(String text) {
    return text.length() <= NAME ? text : text.substring(0, NAME - 1) + "…";
  }

  /** Of a path the end says more. */
  private static String cutStart(String path) {
    return path.length() <= NAME ? path : "…" + path.substring(path.length() - NAME + 1);
  }
}
