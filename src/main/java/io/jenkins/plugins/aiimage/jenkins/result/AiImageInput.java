package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One of the things that a key was computed from, as programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageInput {
  private final Change.Kind kind;
  private final Input input;
  private final String phase;

  private AiImageInput(Change.Kind kind, Input input, String phase) {
    this.kind = kind;
    this.input = input;
    this.phase = phase;
  }

  static List<AiImageInput> all(Inputs inputs) {
    List<AiImageInput> all = new ArrayList<>();
    inputs.images().forEach(one -> all.add(new AiImageInput(Change.Kind.IMAGE, one, null)));
    inputs.arguments().forEach(one -> all.add(new AiImageInput(Change.Kind.ARGUMENT, one, null)));
    for (Inputs.PhaseInputs phase : inputs.instructions()) {
      for (Input one : phase.instructions()) {
        all.add(new AiImageInput(Change.Kind.INSTRUCTION, one, phase.phase()));
      }
    }
    inputs.files().forEach(one -> all.add(new AiImageInput(Change.Kind.FILE, one, null)));
    return all;
  }

  @Exported
  public String getKind() {
    return kind.name();
  }

  /** Empty where it stands for all that were too many. */
  @Exported
  public String getName() {
    return input.name();
  }

  @Exported
  public String getDigest() {
    return input.digest();
  }

  /** Whose instruction it is; null for anything else. */
  @Exported
  public String getPhase() {
    return phase;
  }
}
