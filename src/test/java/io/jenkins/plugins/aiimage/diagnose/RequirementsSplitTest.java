package io.jenkins.plugins.aiimage.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequirementsSplitTest {
  private static RequirementsFile file(String text) {
    return new RequirementsFile(Path.of("r.txt"), "r.txt", RequirementsFile.blocks(text), true);
  }

  @Test
  void shouldKeepCommentsOptionsAndHashesWithWhatTheyBelongTo() {
    String list =
        """
        --index-url https://host/simple
        # web
        fastapi==1 # fast

        # ml
        torch==2.5.1 \\
            --hash=sha256:aa
        -r other.txt
        -c limits.txt
        uvicorn""";
    RequirementsSplit split = RequirementsSplit.of(file(list));

    assertEquals(
        """
        --index-url https://host/simple
        # web
        fastapi==1 # fast
        -r other.txt
        -c limits.txt
        uvicorn
        """,
        split.base());
    assertEquals(
        """
        --index-url https://host/simple

        # ml
        torch==2.5.1 \\
            --hash=sha256:aa
        -c limits.txt
        """,
        split.ml());
  }

  @Test
  void shouldDivideNothingThatIsAllOfOneKind() {
    assertFalse(RequirementsSplit.of(file("torch\nnumpy\n")).divides());
    assertFalse(RequirementsSplit.of(file("--no-binary :all:\nfastapi\n")).divides());
    assertFalse(RequirementsSplit.of(file("")).divides());
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of(
            "torch\n",
            "fastapi==1\n",
            "# c\n",
            "\n",
            "numpy>=1 \\\n  # x\n",
            "-r a.txt\n",
            "a\\\n",
            "Uvicorn")
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("", lines));
  }

  @Property
  void shouldKeepEveryByteInBlocksAndEveryPackageInOnePart(@ForAll("lists") String text) {
    RequirementsFile all = file(text);
    assertEquals(
        text,
        all.blocks().stream().map(RequirementsFile.Block::text).collect(Collectors.joining()));
    RequirementsSplit split = RequirementsSplit.of(all);
    if (split.divides()) {
      List<String> parts = new ArrayList<>(names(split.base()));
      parts.addAll(names(split.ml()));
      assertEquals(sorted(names(text)), sorted(parts));
    }
  }

  private static List<String> names(String text) {
    return file(text).requirements().stream().map(Requirement::name).toList();
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }
}
