package io.jenkins.plugins.aiimage.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Stage;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import io.jenkins.plugins.aiimage.lint.shell.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FixesPropertyTest {
  private static final Path NOWHERE = Path.of("/nowhere/at/all");

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> command =
        Arbitraries.of(
            "pip install torch>=2.1",
            "pip install --no-cache-dir \"numpy<2\" scipy>1",
            "pip install --upgrade pip",
            "pip install transformers",
            "pip cache purge",
            "apt-get update",
            "apt-get install -y git",
            "rm -rf /var/lib/apt/lists/*",
            "echo 'next # one'",
            "cd /x",
            "(pip install a)",
            "true");
    Arbitrary<String> joint =
        Arbitraries.of(" && ", " && \\\n    ", " && \\\n# about\n    ", " || ", "; ");
    Arbitrary<String> script =
        Combinators.combine(command.list().ofMinSize(1).ofMaxSize(6), joint.list().ofSize(6))
            .as(FixesPropertyTest::joined);
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
            Tuple.of(6, script.map("RUN "::concat)),
            Tuple.of(
                2, script.map("RUN --mount=type=cache,target=/root/.cache/pip \\\n    "::concat)),
            Tuple.of(
                4,
                Arbitraries.of(
                    "COPY . .",
                    "# note",
                    "# phase: own",
                    "# ai-image: ignore=AI001,AI004",
                    "",
                    "USER 1",
                    "ENV A=1",
                    "FROM python:3.11-slim",
                    "ONBUILD RUN true")));
    return line.list().ofMaxSize(8).map(lines -> "FROM a:1\n" + String.join("\n", lines) + "\n");
  }

  private static String joined(List<String> commands, List<String> joints) {
    StringBuilder script = new StringBuilder(commands.get(0));
    for (int i = 1; i < commands.size(); i++) {
      script.append(joints.get(i)).append(commands.get(i));
    }
    return script.toString();
  }

  private static String fix(String text) {
    return Fixes.of(text, NOWHERE.resolve("Dockerfile"), NOWHERE).text();
  }

  @Property(tries = 150)
  void shouldChangeNothingTheSecondTime(@ForAll("files") String text) {
    String once = fix(text);

    assertEquals(once, fix(once));
  }

  @Property(tries = 150)
  void shouldInstallTheSamePackagesInTheSameOrder(@ForAll("files") String text) {
    assertEquals(packages(text), packages(fix(text)));
  }

  @Property(tries = 150)
  void shouldKeepTheFileOneThatCanBeDivided(@ForAll("files") String text) {
    if (phases(text).isPresent()) {
      assertEquals(Optional.empty(), phases(fix(text)).filter(List::isEmpty));
      assertEquals(true, phases(fix(text)).isPresent(), fix(text));
    }
  }

  private static Optional<List<Phase>> phases(String text) {
    try {
      Dockerfile file = Dockerfile.parse(text);
      return Optional.of(
          ResolvedDockerfile.of(file, Optional.empty(), Map.of(), "linux/amd64").phases());
    } catch (RuntimeException e) {
      return Optional.empty(); // Two marks of one name, or a mark without an instruction.
    }
  }

  private static List<String> packages(String text) {
    List<String> packages = new ArrayList<>();
    for (Stage stage : Dockerfile.parse(text).stages()) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction.keyword() == Keyword.RUN) {
          for (Element.Command each : Script.parse(instruction.arguments()).commands()) {
            InstallCommand.of(each.values()).ifPresent(found -> packages.addAll(found.names()));
          }
        }
      }
    }
    return packages;
  }
}
