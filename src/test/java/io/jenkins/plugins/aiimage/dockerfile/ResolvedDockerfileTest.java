package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedDockerfileTest {
  private static final Source WHOLE = new Source.WholeContext();

  private static ResolvedDockerfile resolve(String text) {
    return resolve(text, Map.of());
  }

  private static ResolvedDockerfile resolve(String text, Map<String, String> buildArguments) {
    return ResolvedDockerfile.of(
        Dockerfile.parse(text), Optional.empty(), buildArguments, "linux/arm64/v8");
  }

  private static ResolvedDockerfile target(String text, String target) {
    return ResolvedDockerfile.of(
        Dockerfile.parse(text), Optional.of(target), Map.of(), "linux/amd64");
  }

  private static List<Source> sources(ResolvedDockerfile file) {
    List<Source> sources = new ArrayList<>();
    file.target().all().forEach(instruction -> sources.addAll(instruction.sources()));
    return sources;
  }

  private static List<Source> sources(String text) {
    return sources(resolve(text));
  }

  private static Source paths(String... patterns) {
    return new Source.ContextPaths(List.of(patterns), List.of());
  }

  private static List<Integer> indexes(ResolvedDockerfile file) {
    return file.stages().stream().map(ResolvedStage::index).toList();
  }

  private static String base(ResolvedDockerfile file) {
    return ((Base.Image) file.target().base()).image().reference();
  }

  private static DockerfileException refused(String text) {
    return assertThrows(DockerfileException.class, () -> resolve(text));
  }

  private static final String MANY =
      """
      FROM a AS one
      FROM b AS two
      RUN x
      FROM c AS three
      COPY --from=ONE /x /x
      FROM Two AS four
      RUN --mount=from=three,target=/t y
      """;

  @Test
  void shouldKeepOnlyTheStagesTheTargetNeeds() {
    assertEquals(List.of(0, 1, 2, 3), indexes(resolve(MANY)));
    assertEquals(List.of(0, 2), indexes(target(MANY, "Three")));
    assertEquals(List.of(1), indexes(target(MANY, "1")));
    assertEquals(new Base.ParentStage(1), resolve(MANY).target().base());
  }

  @Test
  void shouldSayWhichStagesExist() {
    DockerfileException refused =
        assertThrows(DockerfileException.class, () -> target("FROM a AS x\nFROM b\n", "y"));

    assertEquals(
        "Dockerfile: the target y is no stage; choose one of x, stage-1", refused.getMessage());
  }

  @Test
  void shouldIgnoreMistakesOfStagesNotNeeded() {
    assertEquals(List.of(1), indexes(resolve("FROM $NONE\nCOPY ../x /\nFROM a\n")));
  }

  @Test
  void shouldExpandTheBaseByGlobalArgumentsOnly() {
    String text = "ARG V=3.11\nARG I=python:${V}-slim\nFROM --platform=$TARGETPLATFORM $I AS x\n";

    assertEquals("python:3.11-slim", base(resolve(text)));
    assertEquals("python:3.12-slim", base(resolve(text, Map.of("V", "3.12"))));
    assertEquals(Optional.of("linux/arm64/v8"), resolve(text).target().platform());
    assertEquals("a:arm64v8", base(resolve("FROM a:$TARGETARCH${TARGETVARIANT}\n")));
    assertEquals("b", base(resolve("FROM a AS x\nARG V=c\nFROM ${V:-b}\n")));
  }

  @Test
  void shouldKnowWhereAnImageIsWritten() {
    String text =
        "ARG I=a:1\nFROM ${I}\nCOPY --chown=x \\\n --from=b:2 /y /\nRUN --mount=type=cache,from=\"c\",target=/ x\n";
    List<ImageReference> images = resolve(text).images();

    assertEquals(
        List.of("a:1", "b:2", "c"), images.stream().map(ImageReference::reference).toList());
    assertEquals(
        List.of("${I}", "b:2", "c"), images.stream().map(image -> image.span().of(text)).toList());
    assertEquals(4, images.get(1).span().firstLine());
  }

  @Test
  void shouldTakeANameThatComesLaterForAnImage() {
    assertEquals("python", base(resolve("FROM python AS python\n")));
  }

  @Test
  void shouldNotKnowWhatOnlyTheBuilderKnows() {
    assertEquals(2, refused("ARG X\nFROM a:$BUILDARCH\n").line());
    assertEquals("a:x", base(resolve("FROM a:$BUILDARCH\n", Map.of("BUILDARCH", "x"))));
    assertEquals(
        Optional.empty(), resolve("FROM --platform=$BUILDPLATFORM a\n").target().platform());
  }

  @ParameterizedTest
  @CsvSource({
    "., .",
    "/, .",
    "./a/, a",
    "/a/b, a/b",
    "a/../b, b",
    "a//b/./c, a/b/c",
    "*.txt, *.txt",
    "'\"a\"', a",
    "a\\*b, a*b"
  })
  void shouldCleanPaths(String written, String path) {
    assertEquals(List.of(paths(path)), sources("FROM a\nCOPY " + written + " /x\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY ../x /",
        "ADD a/../../x /",
        "COPY a .. /",
        "RUN --mount=source=..,target=/x y"
      })
  void shouldRefuseToLeaveTheContext(String line) {
    DockerfileException refused = refused("FROM a\n" + line);

    assertEquals(2, refused.line());
    assertTrue(refused.getMessage().contains("leaves the build context"), refused.getMessage());
  }

  @Test
  void shouldReadSeveralPathsAndExcludes() {
    assertEquals(
        List.of(new Source.ContextPaths(List.of("a b", "c"), List.of("*.md", "d"))),
        sources("FROM a\nCOPY --exclude=*.md --exclude=d [\"a b\", \"c\", \"/x/\"]\n"));
  }

  @Test
  void shouldReadNothingOfTheContextFromHeredocsAndOtherImages() {
    assertEquals(List.of(), sources("FROM a\nCOPY <<f /f\n../x\nf\nRUN <<x\ny\nx\n"));
    assertEquals(List.of(paths("b")), sources("FROM a\nCOPY <<f b /f\nx\nf\n"));
    assertEquals(List.of(), sources("FROM a\nCOPY --from=scratch ../x /\n"));
    assertEquals(
        List.of(new Source.OtherStage(0)), sources("FROM a\nFROM b\nCOPY --from=0 ../x /\n"));
  }

  @Test
  void shouldTellRemoteSourcesApart() {
    assertEquals(
        List.of(
            new Source.Remote("https://x/y.tgz?a=.git", Optional.of("sha256:1")),
            new Source.GitRepository("https://x/y.git#v1", Optional.of("sha256:1")),
            new Source.GitRepository("git@x:y.git", Optional.of("sha256:1")),
            paths("z.git")),
        sources(
            "FROM a\nARG H=x\nADD --checksum=sha256:1 https://$H/y.tgz?a=.git https://x/y.git#v1 git@x:y.git z.git /\n"));
    assertEquals(List.of(paths("https:/x")), sources("FROM a\nCOPY https://x /\n"));
  }

  @Test
  void shouldSeeWhatMountsRead() {
    assertEquals(
        List.of(new Source.OtherStage(0), paths(".", "src/a")),
        sources(
            "FROM a AS b\nFROM b\nARG D=a\nRUN --mount=target=/x --mount=type=bind,src=/src/$D,dst=/y"
                + " --mount=type=cache,from=b,target=/z --mount=type=cache,target=/c"
                + " --mount=type=secret,id=s --mount=type=tmpfs,target=/t make\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "x", "y", "$A", "7"})
  void shouldRefuseASourceThatIsNoEarlierStage(String from) {
    String text = "ARG A\nFROM a\nFROM b AS x\nCOPY --from=" + from + " /a /b\nFROM c AS y\n";

    assertEquals(4, assertThrows(DockerfileException.class, () -> target(text, "x")).line());
  }

  @Test
  void shouldKnowVariablesByTheScopeOfTheStage() {
    String text =
        "ARG G=global\nARG H=other\nFROM scratch\nARG G\nARG S=stage T=$S-$G\nENV E=$T\nCOPY $G $H $S $E /x\n";

    assertEquals(List.of(paths("global", ".", "stage", "stage-global")), sources(text));
    assertEquals(
        List.of(paths("g", ".", "s", "s-g")), sources(resolve(text, Map.of("G", "g", "S", "s"))));
  }

  @Test
  void shouldReadTheWholeContextWhereTheBaseImageDecides() {
    assertEquals(List.of(WHOLE), sources("FROM a\nCOPY $X /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM a\nARG X\nCOPY $X /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM a\nENV Y=$X/y\nCOPY x $Y /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM a AS b\nFROM b\nCOPY ${X:-y} /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM scratch\nCOPY $PATH /x\n"));
    assertEquals(List.of(paths("y")), sources("FROM scratch\nCOPY ${X:-y} /x\n"));
    assertEquals(List.of(paths("y")), sources("FROM a\nARG X=y\nCOPY $X /x\n"));
  }

  @Test
  void shouldReadTheWholeContextWhereBuildersDisagree() {
    assertEquals(List.of(paths("e")), sources("FROM a\nARG X=a\nENV X=e\nCOPY $X /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM a\nENV X=e\nARG X=a\nCOPY $X /x\n"));
    assertEquals(List.of(paths("e")), sources("FROM a\nENV X=e\nARG X=e\nCOPY $X /x\n"));
    assertEquals(List.of(paths("e")), sources("FROM a AS b\nENV X=e\nFROM b\nCOPY $X /x\n"));
    assertEquals(List.of(WHOLE), sources("FROM scratch AS b\nARG X=e\nFROM b\nCOPY $X /x\n"));
  }

  @Test
  void shouldExpandEveryValueOfAnEnvBeforeItSetsAny() {
    assertEquals(
        List.of(paths("1", "2")), sources("FROM scratch\nENV A=1\nENV A=2 B=$A\nCOPY $B $A /\n"));
    assertEquals(List.of(paths("a  b")), sources("FROM scratch\nENV A a  b\nCOPY $A /\n"));
  }

  @Test
  void shouldRunTheTriggersOfTheBaseStage() {
    ResolvedDockerfile file =
        resolve(
            "FROM a AS b\nONBUILD ARG X=y\nONBUILD COPY $X /x\nFROM b AS c\nCOPY z /\nFROM c\n");

    assertEquals(2, file.stages().get(1).triggers().size());
    assertEquals(List.of(paths("y")), file.stages().get(1).triggers().get(1).sources());
    assertEquals(List.of(), file.target().triggers());
  }

  @Test
  void shouldTellWhichArgumentsComeFromOutside() {
    ResolvedDockerfile file =
        resolve(
            "ARG G=1\nFROM a\nARG G X=2 Y=3 Z\nARG G=4\n",
            Map.of("X", "x", "UNUSED", "u", "https_proxy", "p"));

    assertEquals(Map.of("G", "1", "X", "x"), file.target().instructions().get(0).arguments());
    assertEquals(Map.of(), file.target().instructions().get(1).arguments());
    assertEquals(List.of("UNUSED"), file.unusedBuildArguments());
  }

  @Test
  void shouldCallAnArgumentOfAStageNotNeededUnused() {
    assertEquals(
        List.of("X"), resolve("FROM a\nARG X\nFROM b\n", Map.of("X", "x")).unusedBuildArguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FROM $X", "FROM ${X", "FROM ${X:?no}", "FROM ${}", "FROM 'a", "FROM ${X^^}"})
  void shouldRefuseABaseThatCannotBeExpanded(String from) {
    assertEquals(1, refused(from).line());
  }

  @ParameterizedTest
  @CsvSource({
    "$a, 1",
    "${a}b, 1b",
    "${a:-x}, 1",
    "${e:-x}, x",
    "${e-x}, ''",
    "${u-x}, x",
    "${u:-${a}}, 1",
    "${a:+x}, x",
    "${a+x}, x",
    "${e:+x}, ''",
    "${e+x}, x",
    "${u+x}, ''",
    "\\$a, $a",
    "'\"$a\"', 1",
    "'\"\\$a \\b\"', $a \\b",
    "$, $",
    "a$/b, a$/b",
    "$ab, ''",
    "$1a, a",
    "${a:?m}, 1",
    "x\\, x"
  })
  void shouldExpandVariablesAsDockerDoes(String word, String value) throws BadSubstitution {
    Scope scope = Scope.closed();
    scope.setArgument("a", Optional.of("1"));
    scope.setArgument("e", Optional.of(""));

    assertEquals(Optional.of(value), Expander.expand(word, '\\', scope));
  }

  @Test
  void shouldTakeSingleQuotesLiterallyAndKeepToTheEscapeCharacter() throws BadSubstitution {
    assertEquals(Optional.of("$a\\"), Expander.expand("'$a\\'", '\\', Scope.closed()));
    assertEquals(Optional.of("C:\\x $a"), Expander.expand("C:\\x `$a", '`', Scope.closed()));
  }
}
