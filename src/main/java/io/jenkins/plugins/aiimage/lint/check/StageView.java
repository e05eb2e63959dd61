package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Assignment;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage as the checks see it.
 *
 * @param parent the stage that its FROM names
 * @param base the image that its FROM names; empty where it names a stage, nothing or what is not
 *     known before the build
 * @param isFinal whether no other stage uses it, so that its image is one to run
 */
record StageView(
    Stage stage,
    Optional<StageView> parent,
    Optional<BaseName> base,
    boolean isFinal,
    List<RunStep> runs,
    char escape) {
  StageView {
    runs = List.copyOf(runs);
  }

  static List<RunStep> runs(Stage stage) {
    List<RunStep> runs = new ArrayList<>();
    for (int i = 0; i < stage.instructions().size(); i++) {
      RunStep.of(stage.instructions().get(i), i).ifPresent(runs::add);
    }
    return runs;
  }

  /** The stages that its image is made of, itself last. */
  List<StageView> lineage() {
    List<StageView> lineage = new ArrayList<>();
    for (Optional<StageView> view = Optional.of(this); view.isPresent(); ) {
      lineage.add(0, view.get());
      view = view.get().parent;
    }
    return lineage;
  }

  /** The image that all of it is built on, if it is known. */
  Optional<BaseName> root() {
    return lineage().get(0).base;
  }

  /** What ENV sets in it and what it is built on, with the values as written. */
  Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    lineage().forEach(view -> view.assign(Keyword.ENV, variables));
    return variables;
  }

  /** The same with its own ARGs: what its RUN instructions see. */
  Map<String, String> variables() {
    Map<String, String> variables = environment();
    assign(Keyword.ARG, variables);
    return variables;
  }

  private void assign(Keyword keyword, Map<String, String> variables) {
    for (Instruction instruction : stage.instructions()) {
      if (instruction.keyword() == keyword) {
        for (Assignment each : Assignment.of(instruction, escape)) {
          variables.put(each.name(), Values.unquoted(each.value().orElse("")));
        }
      }
    }
  }

  int line() {
    return stage.from().span().firstLine();
  }
}
