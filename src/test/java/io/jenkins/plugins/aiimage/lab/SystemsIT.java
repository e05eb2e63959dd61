package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The systems of {@code examples}, by the command that measures them, in its short form. */
class SystemsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ai-security-processor",
        "resonance-liminal",
        "modelscope-onnx",
        "agent-loop",
        "eloquence"
      })
  void shouldKeepWhatIsPromised(String system) {
    Lab lab = Lab.required(folder.resolve("state"));
    String unused = Builders.pythonImage();
    for (String program : List.of("jq", "python3")) {
      assumeTrue(lab.says(program, "--version").exitCode() == 0, "no " + program);
    }
    Said said = lab.says("bench/systems/run", "--short", system);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    assertTrue(said.out().contains("✓"), said.out());
  }
}
