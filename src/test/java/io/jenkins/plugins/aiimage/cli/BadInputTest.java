package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user gets wrong is said in one sentence, before anything has started. */
class BadInputTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    context = Files.createDirectories(folder.resolve("context"));
    Files.writeString(context.resolve("there.txt"), "1");
    Files.writeString(context.resolve("hidden.txt"), "1");
    Files.writeString(context.resolve(".dockerignore"), "hidden.*\n");
    Files.writeString(Files.createDirectories(folder.resolve("outside")).resolve("secret"), "1");
    Files.createSymbolicLink(context.resolve("leaving"), Path.of("../outside"));
  }

  private int run(String... words) {
    // No engine can be started here: nothing may be tried.
    Map<String, String> environment =
        Map.of("PATH", folder.toString(), "AI_IMAGE_STATE", folder.resolve("state").toString());
    return new CommandLineInterface(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(words);
  }

  @ParameterizedTest
  @CsvSource({"--keep,x", "--older-than,5m", "--image,A", "--registry,r:5000", "--builder,make"})
  void shouldNameTheParameterOfACleanThatIsWrong(String option, String value) {
    assertEquals(2, run("clean", option, value));
    shouldSayInOneLine(option.equals("--registry") ? "--image" : option);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "push|--image: name the image to push",
        "push app|--registry: name the registry",
        "push App --registry r:5000|--image: ",
        "push app --registry r:5000/x|--registry: ",
        "push app --registry r:5000 --tag a/b|--tag: ",
        "push app --registry r:5000 --repository X|--repository: ",
        "push --from app:1 --tag 2|--from: ",
        "push --from ftp://r:5000/app:1 --tag 2|--from: ",
        "push app --from r:5000/app:1|--from: ",
        "push app app:latest --registry r:5000|--image: two of the images",
        "push app --registry r:5000 --builder make|--builder: ",
        "push app --registry r:5000 --total-timeout x|--total-timeout: "
      })
  void shouldNameTheParameterOfAPushThatIsWrong(String words, String said) {
    assertEquals(2, run(words.split(" ", -1)), said());
    shouldSayInOneLine(said);
  }

  @ParameterizedTest
  @CsvSource({
    "prepare,--builder",
    "prepare,--image",
    "prepare,--platform",
    "prepare,--build-arg",
    "prepare,--phase",
    "prepare,--nonsense",
    "plan,--preset",
    "push,--image",
    "clean,--older-than",
    "smoke,--image",
    "start,--file",
    "stop,--run"
  })
  void shouldSayInOneLineWhatIsWrongWithAValueOfSeveral(String command, String option) {
    assertEquals(2, run(command, option + "=a\nb\u001b[31mc\u2028\u202e"), said());
    shouldSayInOneLine(option);
    assertTrue(said().chars().noneMatch(c -> c == 0x1b || c == 0x2028 || c == 0x202e), said());
  }

  private int prepare(String dockerfile, String... more) throws IOException {
    Files.writeString(context.resolve("Dockerfile"), dockerfile);
    List<String> words = new ArrayList<>(List.of("prepare", "--context", context.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private String said() {
    return (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8)).strip();
  }

  private void shouldSayInOneLine(String words) {
    assertTrue(said().contains(words), said());
    assertEquals(1, said().lines().count(), said());
    assertFalse(said().contains("Exception"), said());
    assertFalse(said().contains("\tat "), said());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FROM scratch\\nFORM x|line 2",
        "RUN x|line 1",
        "# nothing|Dockerfile",
        "FROM scratch\\nCOPY missing.txt /|missing.txt",
        "FROM scratch\\nCOPY hidden.txt /|line 1 of .dockerignore",
        "FROM scratch\\nCOPY ../out /|../out",
        "FROM scratch\\nCOPY leaving/secret /|leaving",
        "FROM scratch\\n# phase: a timeout=soon\\nCOPY there.txt /|timeout=soon",
        "FROM scratch\\n# phase: a speed=3\\nCOPY there.txt /|speed",
        "FROM scratch\\n# phase: a fallback=X=1\\nCOPY there.txt /|line 2: no ARG declares X",
        "ARG X=0\\nFROM scratch\\n# phase: a fallback=X=1\\nCOPY there.txt /|line 3: no ARG declares X",
        "FROM scratch\\n# phase: a fallback=X=1\\nCOPY there.txt /\\n# phase: b\\nARG X|line 2: no ARG declares X",
        "FROM scratch\\n# phase: a retries=101\\nCOPY there.txt /|retries=101",
        "FROM scratch\\n# phase: a timeout=99999999999h\\nCOPY there.txt /|timeout=99999999999h",
        "FROM Upper:Case\\nCOPY there.txt /|Upper"
      })
  void shouldNameTheLineOfTheDockerfileOrTheFile(String dockerfile, String words)
      throws IOException {
    assertEquals(2, prepare(dockerfile.replace("\\n", "\n") + "\n"), said());
    shouldSayInOneLine(words);
  }

  @Test
  void shouldListTheStagesWhenTheTargetIsUnknown() throws IOException {
    assertEquals(2, prepare("FROM scratch AS runtime\nCOPY there.txt /\n", "--target", "prod"));
    shouldSayInOneLine("runtime");
  }

  @Test
  void shouldListThePhasesWhenOneIsUnknown() throws IOException {
    String dockerfile = "FROM scratch\n# phase: torch\nCOPY there.txt /\n";
    assertEquals(2, prepare(dockerfile, "--phase", "touch:retries=1"));
    shouldSayInOneLine("--phase: no phase is called touch; there are torch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fallback|X=1|--fallback: no ARG of the Dockerfile is called X; it declares A, B.",
        "--fallback|G=1|declares A, B, and an ARG above FROM is not seen below it.",
        "--phase|a:fallback=B=1|--phase: a: no ARG of its stage is called B; it declares A.",
        "--phase|a:speed=9|--phase: a: a phase has no setting \"speed\"",
        "--retries|-1|--retries: ",
        "--timeout|99999999999h|--timeout: ",
        "--pip|progress=fast|--pip: "
      })
  void shouldNameTheOptionThatFitsNoDockerfileOrNone(String option, String value, String words)
      throws IOException {
    String dockerfile =
        """
        ARG G=1
        FROM scratch
        ARG A=1
        # phase: a
        COPY there.txt /
        # phase: b
        ARG B
        COPY there.txt /b
        """;
    assertEquals(2, prepare(dockerfile, option + "=" + value), said());
    shouldSayInOneLine(words);
  }

  @Test
  void shouldRefuseABaseImageThatItsRegistryDoesNotHave() throws IOException {
    try (AnsweringRegistry registry = AnsweringRegistry.start(404)) {
      String name = registry.address() + "/python:3.99-slim";
      assertEquals(2, prepare("ARG TAG=3.99-slim\nFROM " + registry.address() + "/python:$TAG\n"));
      shouldSayInOneLine(
          "Dockerfile, line 2: there is no image "
              + name
              + " in registry "
              + registry.address()
              + "; check its name and tag.");
    }
  }

  @Test
  void shouldSayThatThereIsNoDockerfile() {
    assertEquals(2, run("prepare", "--context", context.toString()));
    shouldSayInOneLine("neither Dockerfile.ai-processor nor Dockerfile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prepare --colour red|--colour",
        "prepare extra|extra",
        "prepare --image|image",
        "bake|bake",
        "report --html x|--report",
        "report missing.json --html x|missing.json",
        "prepare --report /nowhere/r.json|/nowhere/r.json"
      })
  void shouldRefuseWrongCommandLines(String words, String said) {
    assertEquals(2, run(words.split(" ", -1)));
    shouldSayInOneLine(said);
  }

  @Test
  void shouldRefuseAnOptionThatIsGivenTwice() throws IOException {
    assertEquals(2, prepare("FROM scratch\n", "--image", "a", "--image", "b"));
    shouldSayInOneLine("--image: it is given 2 times");
  }

  @Test
  void shouldSayThatThereIsNoDockerProgram() throws IOException {
    assertEquals(3, prepare("FROM scratch\nCOPY there.txt /\n"));
    assertTrue(said().contains("There is no docker program on the PATH"), said());
    assertFalse(said().contains("\tat "), said());
  }

  @Test
  void shouldLeaveNothingHalfWritten() throws IOException {
    Path report = folder.resolve("r.json");
    prepare("FROM scratch\nFORM x\n", "--report", report.toString());
    assertTrue(Files.readString(report).contains("\"problem\": \"INPUT\""));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("context", "outside", "r.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void shouldShowHelpThatNamesEveryOption() {
    assertEquals(0, run("prepare", "--help"));
    for (String option : List.of("--context", "--stall-timeout", "--smoke-test", "--report")) {
      assertTrue(said().contains(option), option);
    }
    assertTrue(said().lines().allMatch(line -> line.length() <= 100), said());
  }

  @Test
  void shouldShowAnOverview() {
    assertEquals(0, run("--help"));
    for (String command : List.of("prepare", "plan", "report", "--version")) {
      assertTrue(said().contains(command), said());
    }
  }
}
