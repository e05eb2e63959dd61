package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextDigestTest {
  @TempDir private Path context;

  @BeforeEach
  void layOutContext() throws IOException {
    write("requirements.txt", "torch");
    write("src/main.py", "main");
    write("src/deep/er/util.py", "util");
    write("docs/readme.md", "read");
    Files.createDirectories(context.resolve("empty"));
  }

  private void write(String path, String content) throws IOException {
    Path file = context.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(context.resolve(path), Path.of(target));
  }

  private SelectionDigest digest(String ignore, Selection selection) {
    return ContextDigest.of(
            context, DockerIgnore.parse(".dockerignore", ignore), List.of(selection))
        .get(0);
  }

  private SelectionDigest copy(String... sources) {
    return digest("", Selection.of("COPY", sources));
  }

  private String problem(String ignore, String... sources) {
    return assertThrows(ContextException.class, () -> digest(ignore, Selection.of("COPY", sources)))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "., 4, 17",
    "/, 4, 17",
    "./src/, 2, 8",
    "/src/main.py, 1, 4",
    "s*/*.py, 1, 4",
    "*, 4, 17",
    "src/**, 2, 8",
    "**/*.py, 1, 4",
    "src/[a-d]*, 1, 4",
    "empty, 0, 0",
    "docs/../src, 2, 8",
    "nothing*, 0, 0",
  })
  void shouldSelectAsCopyDoes(String source, long files, long bytes) {
    SelectionDigest found = copy(source);
    assertEquals(files, found.files());
    assertEquals(bytes, found.bytes());
  }

  @Test
  void shouldBeTheSameForTheSameContentElsewhereAndLater(@TempDir Path elsewhere)
      throws IOException {
    SelectionDigest before = copy(".");
    Path other = elsewhere.resolve("other");
    try (var files = Files.walk(context)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path twin = other.resolve(context.relativize(file).toString());
        Files.copy(file, twin, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.setLastModifiedTime(twin, FileTime.fromMillis(1));
      }
    }
    context = other;
    assertEquals(before, copy("."));
  }

  @Test
  void shouldStayTheSameForAllTime() throws IOException {
    // The keys in registries depend on this value: change it only with Fingerprint.FORMAT.
    assertEquals(
        "0c0db8b00249b788f435c5d378f7227ca4f181633129b121f7dc185d870dde53",
        copy("requirements.txt", "docs/*").sha256());
  }

  @Test
  void shouldChangeWithContentNameModeKindAndEmptyDirectory() throws IOException {
    String before = copy(".").sha256();
    write("src/main.py", "niam");
    String content = copy(".").sha256();
    assertNotEquals(before, content);
    Files.move(context.resolve("docs"), context.resolve("doc"));
    String name = copy(".").sha256();
    assertNotEquals(content, name);
    Files.delete(context.resolve("empty"));
    String directory = copy(".").sha256();
    assertNotEquals(name, directory);
    Path file = context.resolve("requirements.txt");
    for (String mode : List.of("rwxr-xr-x", "rw-rw-r--", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertNotEquals(directory, copy(".").sha256(), mode);
    }
    Files.delete(file);
    link("requirements.txt", "torch");
    assertNotEquals(directory, copy(".").sha256());
  }

  @Test
  void shouldCountSetuidAndStickyBits() throws IOException {
    String before = copy(".").sha256();
    for (int mode : List.of(04644, 02644, 01644)) {
      Files.setAttribute(context.resolve("src/main.py"), "unix:mode", mode);
      assertNotEquals(before, copy(".").sha256());
    }
  }

  @Test
  void shouldNotCountTheModeOfTheNamedDirectoryItself() throws IOException {
    String root = copy(".").sha256();
    String source = copy("src").sha256();
    Files.setPosixFilePermissions(context, PosixFilePermissions.fromString("rwx------"));
    assertEquals(root, copy(".").sha256());
    Files.setPosixFilePermissions(
        context.resolve("src"), PosixFilePermissions.fromString("rwx------"));
    assertEquals(source, copy("src").sha256());
    assertNotEquals(root, copy(".").sha256());
  }

  @Test
  void shouldAnswerEverySelectionAsIfItWereAlone() {
    List<Selection> selections =
        List.of(
            Selection.wholeContext("COPY"),
            Selection.of("COPY", "src", "src/main.py"),
            Selection.of("ADD", "*.txt"),
            new Selection("COPY", List.of("src"), List.of("**/*.py", "!deep/er/util.py")));
    List<SelectionDigest> together = ContextDigest.of(context, DockerIgnore.none(), selections);
    for (int i = 0; i < selections.size(); i++) {
      assertEquals(digest("", selections.get(i)), together.get(i));
    }
  }

  @Test
  void shouldCountAFileOfTwoSourcesOnce() {
    assertEquals(2, copy("src", "src/main.py").files());
  }

  @Test
  void shouldLeaveOutWhatIsIgnoredOrExcluded() throws IOException {
    String before = digest("src\n!src/deep/er", Selection.wholeContext("COPY")).sha256();
    write("src/main.py", "changed");
    assertEquals(before, digest("src\n!src/deep/er", Selection.wholeContext("COPY")).sha256());
    write("src/deep/er/util.py", "changed");
    assertNotEquals(before, digest("src\n!src/deep/er", Selection.wholeContext("COPY")).sha256());
    Selection excluding = new Selection("COPY", List.of("src"), List.of("deep"));
    assertEquals(1, digest("", excluding).files());
  }

  @Test
  void shouldCountAHiddenDirectoryOnlyIfSomethingInItIsVisible() throws IOException {
    Selection all = Selection.wholeContext("COPY");
    String before = digest("*\n!src/main.py", all).sha256();
    write("docs/more.md", "more");
    Files.setAttribute(context.resolve("docs"), "unix:mode", 0700);
    assertEquals(before, digest("*\n!src/main.py", all).sha256());
    Files.setAttribute(context.resolve("src"), "unix:mode", 0700);
    assertNotEquals(before, digest("*\n!src/main.py", all).sha256());
  }

  @Test
  void shouldNeverEnterWhatNobodyReads() throws IOException {

    write("node_modules/x", "x");
    Path shut = context.resolve("node_modules");
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(shut), "root may read everything");
    assertEquals(4, digest("node_modules", Selection.wholeContext("COPY")).files());
    assertEquals(2, copy("src").files());
    assertTrue(problem("", ".").contains("node_modules may not be read"));
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void shouldFollowASourceThatIsALinkAsIfItWereTheTarget() throws IOException {
    link("now", "src");
    link("again", "now");
    link("absolute", "/src/main.py");
    link("climbing", "../../../src/main.py");
    assertEquals(2, copy("again").files());
    assertEquals(1, copy("again/deep/er/util.py").files());
    assertEquals(1, copy("now/*.py").files());
    assertEquals(1, copy("absolute").files());
    assertEquals(1, copy("climb*").files());
    assertEquals(0, copy("no?/*.py").files());
    String followed = copy("absolute").sha256();
    Files.delete(context.resolve("absolute"));
    Files.copy(context.resolve("src/main.py"), context.resolve("absolute"));
    assertEquals(followed, copy("absolute").sha256());
  }

  @Test
  void shouldTakeALinkBelowADirectoryForItsText() throws IOException {
    link("src/out", "/nowhere/a");
    String before = copy("src").sha256();
    assertEquals(2, copy("src").files());
    Files.delete(context.resolve("src/out"));
    link("src/out", "/nowhere/b");
    assertNotEquals(before, copy("src").sha256());
  }

  @Test
  void shouldRefuseALinkThatLeadsToNothingInTheContext() throws IOException {
    link("out", "../outside");
    link("loop", "loop");
    assertEquals(
        "COPY out: the link out leads to ../outside, which is not in the context: copy it into the"
            + " context.",
        problem("", "out"));
    assertTrue(problem("", "loop").contains("the link loop leads to loop"));
  }

  @Test
  void shouldJudgeALinkAndItsTargetByTheRules() throws IOException {
    link("now", "src");
    assertTrue(problem("now", "now/main.py").contains("hidden by line 1"));
    assertTrue(problem("src", "now").contains("hidden by line 1"));
    assertTrue(problem("src/main.py", "now/main.py").contains("hidden by line 1"));
    assertEquals(1, digest("src/main.py", Selection.of("COPY", "now")).files());
  }

  @Test
  void shouldSayWhyASourceIsMissing() {
    assertEquals(
        "COPY app.py: not found in the context: check its spelling or create it first.",
        problem("", "src", "app.py"));
    assertEquals(
        "COPY src/main.py: hidden by line 2 of .dockerignore (src): add an exception for it below"
            + " that line.",
        problem("#\nsrc", "src/main.py"));
    assertTrue(problem("", "../x").contains("leads out of the context"));
    assertTrue(problem("", "src/[").contains("has a [ without its ]"));
    assertTrue(problem("", "requirements.txt/x").contains("not found"));
  }

  @Test
  void shouldReportWhatEachSourceMatched() {
    List<SelectionDigest.Match> matches =
        digest("*.md\nreq*", Selection.of("COPY", "src/*", "*.txt", "none*")).matches();
    assertEquals(List.of(2L, 0L, 0L), matches.stream().map(m -> m.entries()).toList());
    assertEquals(2, matches.get(1).hiddenBy().orElseThrow().line());
    assertTrue(matches.get(2).hiddenBy().isEmpty());
    assertTrue(digest("src", Selection.of("COPY", ".")).matches().get(0).hiddenBy().isEmpty());
  }

  @Test
  void shouldGiveTheSameDigestByOneThreadAndByMany() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 700; i++) {
      byte[] content = new byte[random.nextInt(9000)];
      random.nextBytes(content);
      Path file = context.resolve("many/" + i % 7 + "/" + i);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
    byte[] large = new byte[1 << 20];
    Files.write(context.resolve("many/large"), large);
    SelectionDigest many = copy("many");
    assertEquals(701, many.files());
    assertEquals(many, copy("many"));
    large[large.length - 1] = 1;
    Files.write(context.resolve("many/large"), large);
    assertNotEquals(many.sha256(), copy("many").sha256());
  }

  @Test
  void shouldTellApartNamesThatAreNotText() throws IOException {
    Path first = context.resolve("names").resolve(raw("caf\u00e9"));
    Assumptions.assumeTrue(first != null && first.toString().indexOf('?') < 0, "needs UTF-8");
    Files.createDirectories(first.getParent());
    Files.writeString(first, "x");
    String before = copy("names").sha256();
    Files.move(first, first.resolveSibling(raw("caf\u00e8")));
    assertNotEquals(before, copy("names").sha256());
  }

  private static String raw(String name) {
    return new String(name.getBytes(ISO_8859_1), ISO_8859_1);
  }

  @Test
  void shouldNeverOpenANamedPipe() throws IOException, InterruptedException {
    Path pipe = context.resolve("src/pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(2, copy("src").files());
    assertNotEquals(copy("src").sha256(), copy("src/main.py").sha256());
  }
}
