package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
  private static Instruction only(String line) {
    return Dockerfile.parse("FROM a\n" + line).stages().get(0).instructions().get(0);
  }

  private static DockerfileException refused(String text) {
    return assertThrows(DockerfileException.class, () -> Dockerfile.parse(text));
  }

  @Test
  void shouldJoinContinuedLinesAndDropTheirComments() {
    Dockerfile file =
        Dockerfile.parse(
            "FROM python:3.11\nRUN pip install \\\n  # heavy\n\n  torch \\ \n  numpy\n");

    Instruction run = file.stages().get(0).instructions().get(0);

    assertEquals("pip install   torch   numpy", run.arguments());
    assertEquals(new Span(2, 6, 17, file.text().length()), run.span());
    assertEquals(List.of(), run.flags());
  }

  @Test
  void shouldNotContinueAfterAnEscapedEscape() {
    assertEquals(
        2, Dockerfile.parse("FROM a\nRUN a \\\\\nRUN b").stages().get(0).instructions().size());
  }

  @Test
  void shouldTakeTheEscapeCharacterFromTheDirective() {
    Dockerfile file = Dockerfile.parse("# syntax=x\n#escape = `\nFROM a\nRUN dir C:\\ `\n  /s\n");

    assertEquals('`', file.escape());
    assertEquals("dir C:\\   /s", file.stages().get(0).instructions().get(0).arguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n# escape=`\n",
        "# hello\n# escape=`\n",
        "#\n# escape=`\n",
        "# a=b\n# escape=`\n"
      })
  void shouldTakeADirectiveFurtherDownForAComment(String top) {
    assertEquals('\\', Dockerfile.parse(top + "FROM a\n").escape());
  }

  @Test
  void shouldRefuseWrongDirectives() {
    assertEquals(1, refused("# escape=x\nFROM a").line());
    assertEquals(2, refused("# escape=`\n# escape=`\nFROM a").line());
  }

  @Test
  void shouldReadWindowsLineEndsAndByteOrderMark() {
    Dockerfile file = Dockerfile.parse("\uFEFFFROM a\r\nRUN x \\\r\n  y\r\n");

    assertEquals("a", file.stages().get(0).from().arguments());
    assertEquals("x   y", file.stages().get(0).instructions().get(0).arguments());
  }

  @Test
  void shouldTellExecFormFromShellForm() {
    assertEquals(
        Optional.of(List.of("a b", "\"\n\u00e9/")),
        only("CMD [ \"a b\", \"\\\"\\n\\u00e9\\/\" ]").execForm());
    assertEquals(Optional.of(List.of()), only("ENTRYPOINT []").execForm());
    assertEquals(
        Optional.of(List.of("x")), only("HEALTHCHECK --interval=5s CMD [\"x\"]").execForm());
    for (String shell :
        List.of(
            "['a']",
            "[\"a\",]",
            "[\"a\"] x",
            "[\"a\"",
            "[-f x]",
            "[\"\\x\"]",
            "[\"\\u12g4\"]",
            "[",
            "[\"a\" \"b\"]")) {
      assertEquals(Optional.empty(), only("RUN " + shell).execForm(), shell);
    }
  }

  @Test
  void shouldReadFlags() {
    Instruction copy = only("copy --from=b --chown=\"a b\":c --link --exclude='*.md' x y");

    assertEquals(Keyword.COPY, copy.keyword());
    assertEquals("x y", copy.arguments());
    assertEquals("[--from=b, --chown=a b:c, --link, --exclude=*.md]", copy.flags().toString());
    assertEquals(Optional.of("b"), copy.flag("from"));
    assertEquals(Optional.empty(), copy.flag("link"));
    assertEquals("--x", only("RUN -- --x").arguments());
  }

  @Test
  void shouldReadSeveralHeredocs() {
    Instruction run =
        only("RUN cat <<EOF <<-'END' 3<<\"X\" # no\none\n  EOF\nEOF\n\ttwo $x\n\tEND\r\nX\nRUN y");

    assertEquals(
        List.of(
            new Heredoc("EOF", "one\n  EOF\n", true),
            new Heredoc("END", "two $x\n", false),
            new Heredoc("X", "", false)),
        run.heredocs());
    assertEquals(8, run.span().lastLine());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN cat <<<EOF",
        "RUN cat << EOF",
        "RUN echo \"<<EOF\"",
        "RUN echo $((1<<2))",
        "CMD cat <<EOF",
        "RUN it's <<EOF",
        "RUN [\"cat\", \"<<EOF\"]",
        "ENV A=<<EOF",
        "RUN cat <<"
      })
  void shouldNotSeeAHeredocWhereDockerSeesNone(String line) {
    assertEquals(List.of(), only(line + "\nRUN x").heredocs());
  }

  @Test
  void shouldReadTheHeredocOfATrigger() {
    Instruction onbuild = only("ONBUILD COPY <<a /a\nx\na\n");

    assertEquals(List.of(new Heredoc("a", "x\n", true)), onbuild.heredocs());
    assertEquals(Keyword.COPY, onbuild.trigger().orElseThrow().keyword());
  }

  @Test
  void shouldCollectStagesAndGlobalArguments() {
    Dockerfile file = Dockerfile.parse("ARG A=1 B\nARG C\nFrom a:$A as Build\nRUN x\nFROM build\n");

    assertEquals(2, file.globalArguments().size());
    assertEquals(Optional.of("build"), file.stages().get(0).name());
    assertEquals("stage-1", file.stages().get(1).label());
    assertEquals(1, file.stages().get(0).instructions().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'# only\n', 0",
    "'ARG A=1\n', 0",
    "'\nRUN x\nFROM a', 2",
    "'FROM a\nINSTALL x', 2",
    "'FROM a\n\\', 2",
    "FROM, 1",
    "FROM a b, 1",
    "FROM a AS, 1",
    "FROM a AS 1x, 1",
    "FROM a AS x$y, 1",
    "'FROM a AS x\nFROM b AS X', 2",
    "'FROM a\n\nRUN <<EOF\nx\n', 3",
    "'FROM a\nRUN', 2",
    "'FROM a\nENV', 2",
    "'FROM a\nCOPY x', 2",
    "'FROM a\nCOPY --link [\"x\"]', 2",
    "'FROM a\nONBUILD FROM x', 2",
    "'FROM a\nONBUILD ONBUILD RUN x', 2",
    "'FROM a\nONBUILD x', 2"
  })
  void shouldRefuseWhatDockerRefusesAndNameTheLine(String text, int line) {
    DockerfileException refused = refused(text);

    assertEquals(line, refused.line());
    assertTrue(
        refused
            .getMessage()
            .startsWith(line > 0 ? "Dockerfile line " + line + ": " : "Dockerfile: "));
  }

  @Test
  void shouldAcceptAnEmptyCommandAsDockerDoes() {
    assertEquals("", only("CMD").arguments());
  }

  @Test
  void shouldHaveACanonicalTextWithoutComments() {
    assertEquals(
        only("RUN --mount=type=cache,target=/c a   b").canonical(),
        only("run   --mount=type=cache,target=/c \\\n# why\n a   b\n").canonical());
    assertEquals("RUN <<E x\na\nb\nE", only("RUN <<E x\na\nb\nE\n").canonical());
  }
}
