package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DockerfilePropertyTest {
  private static final String[] PIECES = {
    "FROM ",
    "RUN ",
    "COPY ",
    "ARG ",
    "ENV ",
    "ONBUILD ",
    "a ",
    "b ",
    "/ ",
    " AS x",
    "--from=x ",
    "--mount=from=b,src=/ ",
    "\n",
    "\n",
    "\r\n",
    "\\\n",
    "\\ \n",
    "`\n",
    "# c\n",
    "# escape=`\n",
    "# phase: p timeout=1\n",
    "<<E ",
    "<<-'E' ",
    "E\n",
    "\t",
    "$A ",
    "${A:-b} ",
    "${A",
    "A=1 ",
    "\"",
    "'",
    "[\"a\", \"b\"]",
    "\uFEFF",
    "pip install torch",
    "0",
    "..",
    "\u00a0",
    "="
  };

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> nearly =
        Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, nearly.map(text -> "FROM a\n" + text)),
        net.jqwik.api.Tuple.of(2, nearly),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(100)));
  }

  @Property(tries = 3000)
  void shouldRefuseOnlyWithItsOwnExceptionAndKeepEveryCharacter(@ForAll("texts") String text) {
    Dockerfile file;
    try {
      file = Dockerfile.parse(text);
    } catch (DockerfileException expected) {
      assertTrue(expected.line() >= 0);
      return;
    }
    List<Instruction> all = new ArrayList<>(file.globalArguments());
    for (Stage stage : file.stages()) {
      all.add(stage.from());
      all.addAll(stage.instructions());
    }
    StringBuilder copy = new StringBuilder();
    for (Instruction instruction : all) {
      Span span = instruction.span();
      assertEquals(line(text, span.start()), span.firstLine());
      assertEquals(line(text, span.end() - 1), span.lastLine());
      copy.append(text, copy.length(), span.start()).append(span.of(text));
    }
    assertEquals(text, copy + text.substring(copy.length()));
    resolve(file);
  }

  private static void resolve(Dockerfile file) {
    try {
      ResolvedDockerfile resolved =
          ResolvedDockerfile.of(file, Optional.empty(), Map.of("A", "x"), "linux/amd64");
      resolved.images().forEach(image -> assertTrue(image.span().of(file.text()).length() > 0));
      resolved.phases();
    } catch (DockerfileException expected) {
      assertTrue(expected.line() >= 0);
    }
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
