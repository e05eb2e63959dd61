package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformInputsTest {
  private static final String AMD = "linux/amd64";
  private static final String ARM = "linux/arm64/v8";
  private static final PhaseInputs TORCH =
      new PhaseInputs("torch", List.of(new Input("RUN pip install torch", "0123456789ab")));
  private static final Input ARGUMENT = new Input("VERSION", "01234567");
  private static final Input FILE = new Input("app.py", "123456789abc");

  private static Inputs inputs(String torch, String base) {
    PhaseInputs phase =
        new PhaseInputs("torch", List.of(new Input("RUN pip install torch", torch)));
    return new Inputs(
        List.of(phase), List.of(ARGUMENT), List.of(new Input("python:3.12", base)), List.of(FILE));
  }

  /** A part of which only the inputs are asked; no image is looked for. */
  private static PlatformPart part(String platform, Inputs inputs) {
    ResolvedDockerfile file =
        ResolvedDockerfile.of(
            Dockerfile.parse("FROM scratch\nCOPY app.py /\n"),
            Optional.empty(),
            Map.of(),
            platform);
    ReadRecipe recipe =
        new ReadRecipe(
            file,
            platform,
            file.phases(),
            file.phases().get(0),
            false,
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            1,
            1,
            inputs,
            List.of());
    return new PlatformPart(platform, null, recipe);
  }

  @Test
  void shouldTellOnceWhatIsTheSameForAll() {
    Inputs same = inputs("0123456789ab", "aaa");

    assertEquals(same, PlatformInputs.of(List.of(part(AMD, same), part(ARM, same))));
    assertEquals(same, PlatformInputs.of(List.of(part(AMD, same))));
  }

  @Test
  void shouldNameThePlatformOfWhatDiffersAndOfNothingElse() {
    Inputs all =
        PlatformInputs.of(
            List.of(
                part(AMD, inputs("0123456789ab", "aaa")),
                part(ARM, inputs("0123456789ab", "bbb"))));

    assertEquals(
        List.of(
            new Input("python:3.12 (linux/amd64)", "aaa"),
            new Input("python:3.12 (linux/arm64/v8)", "bbb")),
        all.images());
    assertEquals(List.of(TORCH), all.instructions());
    assertEquals(List.of(ARGUMENT), all.arguments());
    assertEquals(List.of(FILE), all.files());
  }

  @Test
  void shouldCallAPhaseAsTheRunDoes() {
    Inputs all =
        PlatformInputs.of(
            List.of(
                part(AMD, inputs("0123456789ab", "aaa")),
                part(ARM, inputs("ba9876543210", "aaa"))));

    assertEquals(
        List.of("torch (linux/amd64)", "torch (linux/arm64/v8)"),
        all.instructions().stream().map(PhaseInputs::phase).toList());
  }

  @Test
  void shouldTellWhatOnlyOnePlatformHas() {
    Inputs more = inputs("0123456789ab", "aaa");
    Inputs less = new Inputs(more.instructions(), List.of(), more.images(), more.files());

    Inputs all = PlatformInputs.of(List.of(part(AMD, less), part(ARM, more)));

    assertEquals(List.of(new Input("VERSION (linux/arm64/v8)", "01234567")), all.arguments());
  }
}
