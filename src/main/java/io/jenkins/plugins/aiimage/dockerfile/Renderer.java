package io.jenkins.plugins.aiimage.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the Dockerfile that builds one phase. */
final class Renderer {
  private final ResolvedDockerfile file;
  private final Map<Integer, String> stageImages;
  private final Map<String, String> pins;
  private final Map<String, String> extra;
  private final StringBuilder out = new StringBuilder();

  /** Stages this phase reads, and those whose ARGs a stage of this phase inherits. */
  private final Set<Integer> used = new HashSet<>();

  private final Set<Integer> parents = new HashSet<>();

  Renderer(
      ResolvedDockerfile file,
      Map<Integer, String> stageImages,
      Map<String, String> pins,
      Map<String, String> extra) {
    this.file = file;
    this.stageImages = stageImages;
    this.pins = pins;
    this.extra = new TreeMap<>(extra);
  }

  String render(Phase phase, Optional<String> startImage) {
    ResolvedStage own = file.stage(phase.stage()).orElseThrow();
    boolean beginning = phase.firstInstruction() == 0;
    if (beginning) {
      useBase(own);
    }
    use(own.instructions().subList(phase.firstInstruction(), phase.endInstruction()));

    Dockerfile dockerfile = file.dockerfile();
    write(dockerfile.text().substring(0, dockerfile.directivesEnd()));
    dockerfile.globalArguments().forEach(argument -> write(argument.span().of(dockerfile.text())));
    for (Stage stage : dockerfile.stages().subList(0, own.index())) {
      other(stage);
    }
    if (beginning) {
      whole(own.stage(), phase.endInstruction());
    } else {
      continued(
          own,
          phase.firstInstruction(),
          startImage.orElseThrow(() -> missing("phase before " + phase.name())));
      verbatim(own.stage(), phase.firstInstruction(), phase.endInstruction());
    }
    return out.toString();
  }

  private void useBase(ResolvedStage stage) {
    if (stage.base() instanceof Base.ParentStage parent) {
      parents.add(parent.index());
      use(parent.index());
    }
    use(stage.triggers());
  }

  private void use(List<ResolvedInstruction> instructions) {
    for (ResolvedInstruction instruction : instructions) {
      for (Source source : instruction.sources()) {
        if (source instanceof Source.OtherStage other) {
          use(other.index());
        }
      }
    }
  }

  private void use(int index) {
    ResolvedStage stage = file.stage(index).orElseThrow();
    if (used.add(index) && file.isKept(stage)) {
      useBase(stage);
      use(stage.instructions());
    }
  }

  /** A stage before the phase's own; the slots of those not used stay, for the indexes' sake. */
  private void other(Stage stage) {
    if (!used.contains(stage.index())) {
      write("FROM scratch" + alias(stage));
      return;
    }
    ResolvedStage resolved = file.stage(stage.index()).orElseThrow();
    if (file.isKept(resolved)) {
      whole(stage, stage.instructions().size());
      return;
    }
    String image = stageImages.get(stage.index());
    if (image == null) {
      throw missing("stage " + stage.label());
    }
    from(stage, image, alias(stage));
    if (parents.contains(stage.index())) {
      arguments(file.history(resolved, stage.instructions().size()));
    }
  }

  /**
   * The beginning of a stage that goes on. ARGs of the stage it is based on are inherited again,
   * and not declared by itself, because the classic builder does not inherit them. The stage
   * inserted for that shifts no index in use: only the phase's own stage follows it.
   */
  private void continued(ResolvedStage own, int index, String image) {
    Stage stage = own.stage();
    List<Instruction> history = file.history(own, index);
    int inherited = history.size() - index - own.triggers().size();
    List<String> before = ArgumentReplay.of(history, 0, inherited, file.dockerfile());
    String base = image;
    if (!before.isEmpty()) {
      base = unusedName();
      from(stage, image, " AS " + base);
      before.forEach(this::write);
    }
    from(stage, base, alias(stage));
    declareExtra();
    ArgumentReplay.of(history, inherited, history.size(), file.dockerfile()).forEach(this::write);
  }

  private String unusedName() {
    StringBuilder name = new StringBuilder("previous-phase");
    List<String> taken = file.dockerfile().stages().stream().map(Stage::label).toList();
    while (taken.contains(name.toString())) {
      name.append('-');
    }
    return name.toString();
  }

  private void arguments(List<Instruction> history) {
    ArgumentReplay.of(history, 0, history.size(), file.dockerfile()).forEach(this::write);
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("the image of the " + what + " is needed but not given");
  }

  private void from(Stage stage, String image, String alias) {
    StringBuilder line = new StringBuilder("FROM ");
    stage.from().flags().forEach(flag -> line.append(flag).append(' '));
    write(line.append(image).append(alias).toString());
  }

  private static String alias(Stage stage) {
    return stage.name().map(name -> " AS " + name).orElse("");
  }

  /** The beginning of a stage as it stands in the file. */
  private void whole(Stage stage, int end) {
    verbatim(stage.from().span().start(), stage.from().span().end());
    declareExtra();
    verbatim(stage, 0, end);
  }

  /** An ARG is in the environment of RUN instructions, and in no image. */
  private void declareExtra() {
    extra.forEach((name, value) -> write("ARG " + name + "=" + value));
  }

  /** The instructions with the comments before them. */
  private void verbatim(Stage stage, int first, int end) {
    if (first < end) {
      Instruction before = first == 0 ? stage.from() : stage.instructions().get(first - 1);
      verbatim(before.span().end(), stage.instructions().get(end - 1).span().end());
    }
  }

  private void verbatim(int from, int to) {
    StringBuilder text = new StringBuilder();
    int written = from;
    for (ImageReference image : file.images()) {
      Span span = image.span();
      String pin = pins.get(image.reference());
      if (pin != null && span.start() >= written && span.end() <= to) {
        text.append(file.dockerfile().text(), written, span.start()).append(pin);
        written = span.end();
      }
    }
    write(text.append(file.dockerfile().text(), written, to).toString());
  }

  private void write(String lines) {
    out.append(lines);
    if (!lines.isEmpty() && !lines.endsWith("\n")) {
      out.append('\n');
    }
  }
}
