package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Comment;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.dockerfile.HeavyPackages;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Divides a stage: its RUN instructions with several groups, and then all of it by marks. With one
 * mark a stage has no other phases than marked ones, so either all get one or none.
 */
final class StageSplit {
  private final Recipe recipe;
  private final StageView view;
  private final Map<RunStep, String> parts = new LinkedHashMap<>();

  StageSplit(Recipe recipe, StageView view, List<RunStep> runs) {
    this.recipe = recipe;
    this.view = view;
    // Where an ONBUILD is left to others no mark is allowed, and marks of an author are a plan.
    boolean closed =
        Marks.in(recipe, view)
            || view.stage().instructions().stream()
                .anyMatch(each -> each.keyword() == Keyword.ONBUILD);
    for (RunStep run : closed ? List.<RunStep>of() : runs) {
      new RunSplit(recipe.text(), run).parts().ifPresent(text -> parts.put(run, text));
    }
  }

  boolean splits(RunStep run) {
    return parts.containsKey(run);
  }

  /** Empty where no RUN can be divided. */
  Optional<Edit> edit() {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder divided = new StringBuilder();
    int at = 0;
    for (Map.Entry<RunStep, String> part : parts.entrySet()) {
      divided.append(recipe.text(), at, part.getKey().instruction().span().start());
      divided.append(part.getValue());
      at = part.getKey().instruction().span().end();
    }
    divided.append(recipe.text().substring(at));
    int start = view.stage().from().span().end();
    int end = view.stage().end();
    String marked = marked(divided.toString());
    int behind = recipe.text().length() - end;
    return Optional.of(new Edit(start, end, marked.substring(start, marked.length() - behind)));
  }

  /** The text with a mark above each phase of the stage; without, where they cannot be known. */
  private String marked(String text) {
    List<Phase> phases = new ArrayList<>();
    Dockerfile dockerfile = Dockerfile.parse(text);
    int index = view.stage().index();
    try {
      Optional<String> target = Optional.of(Integer.toString(index));
      ResolvedDockerfile file =
          ResolvedDockerfile.of(dockerfile, target, Map.of(), Recipe.PLATFORM);
      file.phases().stream().filter(phase -> phase.stage() == index).forEach(phases::add);
    } catch (DockerfileException e) {
      return text;
    }
    Stage stage = dockerfile.stages().get(index);
    Set<String> names = names(dockerfile);
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Phase phase : phases) {
      List<Instruction> own =
          stage.instructions().subList(phase.firstInstruction(), phase.endInstruction());
      int place = aboveComments(dockerfile, own.get(0).span().start(), stage);
      marked.append(text, at, place);
      marked.append(at == 0 || isBlankBefore(text, place) ? "" : Text.lineEnd(text));
      marked.append(mark(unique(name(phase, stage), names), own)).append(Text.lineEnd(text));
      at = place;
    }
    return marked.append(text.substring(at)).toString();
  }

  private static boolean isBlankBefore(String text, int place) {
    int last = text.lastIndexOf('\n', place - 2);
    return text.substring(last + 1, place).isBlank();
  }

  private String name(Phase phase, Stage stage) {
    boolean last = stage.index() + 1 == recipe.stages().size();
    boolean plain = stage.label().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == 45);
    String label = plain ? stage.label() : "stage-" + stage.index();
    return phase.name().equals("final") && !last ? label : phase.name();
  }

  private static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private static Set<String> names(Dockerfile dockerfile) {
    Set<String> names = new HashSet<>();
    for (Comment comment : dockerfile.comments()) {
      if (comment.text().startsWith("phase:")) {
        names.add(comment.text().substring(6).strip().split("\\s+", 2)[0]);
      }
    }
    return names;
  }

  /** What other tools are told stands right above the instruction: the mark goes above that. */
  private static int aboveComments(Dockerfile dockerfile, int instruction, Stage stage) {
    int place = instruction;
    List<Comment> comments = dockerfile.comments();
    for (int i = comments.size() - 1; i >= 0; i--) {
      int start = comments.get(i).start();
      boolean touches =
          start >= stage.from().span().end()
              && start < place
              && dockerfile.text().indexOf('\n', start) + 1 == place;
      place = touches ? start : place;
    }
    return place;
  }

  private static String mark(String name, List<Instruction> instructions) {
    for (int i = 0; i < instructions.size(); i++) {
      Optional<RunStep> run = RunStep.of(instructions.get(i), i);
      List<RunStep.Install> installs = run.map(RunStep::installs).orElse(List.of());
      for (RunStep.Install install : installs) {
        if (HeavyPackages.slowAmong(install.packages().names()).isPresent()) {
          return "# phase: " + name + " timeout=1000s stall=5m";
        }
      }
    }
    return "# phase: " + name;
  }
}
