package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RenderPropertyTest {
  private static final String[] LINES = {
    "RUN x\n", "RUN pip install torch\n", "RUN apt-get install \\\n  # why\n  git\n", "# hello\n",
        "\n", "ARG A=1\n", "ARG B=$A C\n",
    "ENV A=2\n", "ENV D=$B\n", "CMD x\n", "ENTRYPOINT [\"y\"]\n", "ONBUILD RUN z\n", "COPY . .\n",
        "COPY --from=0 a b\n",
    "COPY --from=img:1 a b\n", "RUN <<E\npip install x\nE\n", "FROM img:1\n", "FROM s AS t\n",
        "FROM img:2 AS u\n", "FROM u\n"
  };

  @Provide
  static Arbitrary<String> files() {
    return Arbitraries.of(LINES)
        .list()
        .ofMaxSize(30)
        .map(lines -> "# escape=\\\nARG G=1\nFROM base AS s\n" + String.join("", lines));
  }

  /** Each phase holds its instructions with their comments, and together they hold all. */
  @Property(tries = 2000)
  void shouldRenderEveryInstructionOnceInOrderAndVerbatim(@ForAll("files") String text) {
    ResolvedDockerfile file;
    List<Phase> phases;
    try {
      file =
          ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64");
      phases = file.phases();
    } catch (DockerfileException unusable) {
      return;
    }
    Map<Integer, String> images = new HashMap<>();
    Map<Integer, Integer> ends = new HashMap<>();
    for (Phase phase : phases) {
      Stage stage = file.dockerfile().stages().get(phase.stage());
      int first = phase.firstInstruction();
      assertEquals(ends.getOrDefault(stage.index(), 0), first);
      String rendered =
          file.render(
              phase, images, Optional.ofNullable(images.get(stage.index())), Map.of(), Map.of());

      int start =
          first == 0
              ? stage.from().span().start()
              : stage.instructions().get(first - 1).span().end();
      int end =
          phase.endInstruction() == 0
              ? stage.end()
              : stage.instructions().get(phase.endInstruction() - 1).span().end();
      assertTrue(rendered.endsWith(text.substring(start, end)), rendered);
      check(stage, phase, Dockerfile.parse(rendered));
      images.put(stage.index(), "image-of-" + phase.name());
      ends.put(stage.index(), phase.endInstruction());
    }
    for (ResolvedStage stage : file.stages()) {
      int end = file.isKept(stage) ? 0 : stage.instructions().size();
      assertEquals(end, ends.getOrDefault(stage.index(), 0));
    }
  }

  private static void check(Stage stage, Phase phase, Dockerfile rendered) {
    assertEquals('\\', rendered.escape());
    assertEquals(1, rendered.globalArguments().size());
    int inserted = rendered.stages().size() - stage.index() - 1;
    assertTrue(inserted == 0 || (inserted == 1 && phase.firstInstruction() > 0));
    Stage last = rendered.stages().get(stage.index() + inserted);
    assertEquals(stage.name(), last.name());
    int added = last.instructions().size() - (phase.endInstruction() - phase.firstInstruction());
    assertTrue(
        last.instructions().subList(0, added).stream()
            .allMatch(each -> each.keyword() == Keyword.ARG));
    // What a rendered phase reads must still resolve.
    ResolvedDockerfile.of(rendered, Optional.empty(), Map.of(), "linux/amd64");
  }
}
