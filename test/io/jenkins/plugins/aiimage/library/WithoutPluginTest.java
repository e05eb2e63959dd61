package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.cli.CommandLineInterface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The variables that are named as steps, where there is no plugin: the program runs instead. */
class WithoutPluginTest {
  @TempDir private Path folder;
  private final List<Map<?, ?>> calls = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Pipeline jenkins;
  private AgentFiles files;

  @BeforeEach
  void start() throws IOException {
    jenkins = new Pipeline(Files.createDirectories(folder.resolve("scripts")));
    files = new AgentFiles(jenkins, Files.createDirectories(folder.resolve("ws")));
    jenkins.environment.put("AI_IMAGE_JAR", Files.createFile(folder.resolve("a.jar")).toString());
    jenkins.step("sh", arguments -> sh((Map<?, ?>) arguments[0]), Map.class);
  }

  /** Runs the program in this JVM, where no engine can be started. */
  private int sh(Map<?, ?> parameters) throws IOException {
    calls.add(parameters);
    String here = jenkins.environment.get("AI_IMAGE_FOLDER");
    requests.add(Files.readString(Path.of(here, "request.json")));
    PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new CommandLineInterface(
            Map.of("PATH", folder.toString(), "AI_IMAGE_STATE", folder.resolve("state").toString()),
            log,
            log)
        .run(
            jenkins.environment.get("AI_IMAGE_COMMAND"),
            "--request=" + here + "/request.json",
            "--result=" + here + "/result.json");
  }

  private String refused(String call) {
    return assertThrows(RuntimeException.class, () -> jenkins.runWithLibrary(call)).getMessage();
  }

  @Test
  void shouldReturnTheMapOfTheStep() throws Exception {
    Map<?, ?> returned =
        (Map<?, ?>)
            jenkins.runWithLibrary(
                "return initTrivyDb(dryRun: true, cacheDir: '" + folder + "', label: null)");

    assertEquals(List.of(), returned.get("environment"));
    assertTrue(returned.containsKey("path"), returned.toString());
    assertNull(returned.get("path"));
    assertEquals(List.of(), files.temporary());
  }

  private String lastCommand() {
    return calls.get(calls.size() - 1).get("label").toString().replace("ai-image ", "");
  }

  @ParameterizedTest
  @CsvSource({
    "prepareAiProcessorImage,prepare",
    "pushCached,push",
    "promote,push",
    "cleanAiImages,clean",
    "initTrivyDb,trivy-db",
    "lintAiDockerfile,lint",
    "smokeTestAiImage,smoke",
    "diagnoseAiImage,diagnose"
  })
  void shouldRunTheCommandOfEachStep(String step, String command) {
    String sentence = refused(step + "(colour: 1)");

    assertEquals(command, lastCommand());
    assertTrue(sentence.contains("there is no parameter colour"), sentence);
  }

  @Test
  void shouldStopServicesWhateverBecameOfTheBlock() {
    String sentence = refused("startAiServices(file: 'none.yaml') { echo 'in' }");

    assertEquals(
        List.of("ai-image start", "ai-image stop"),
        calls.stream().map(call -> call.get("label").toString()).toList());
    assertFalse(jenkins.story.contains("echo in"));
    String run = JsonParser.parseString(requests.get(0)).getAsJsonObject().get("run").toString();
    assertTrue(requests.get(1).contains(run), requests.get(1) + sentence);
  }

  @Test
  void shouldKeepValuesOutOfTheShell() {
    refused("prepareAiProcessorImage(buildArgs: [A: '$(touch x) \"'], retries: 'x', force: true)");

    assertEquals(
        JsonParser.parseString(
            "{\"buildArgs\":{\"A\":\"$(touch x) \\\"\"},\"retries\":\"x\",\"force\":true}"),
        JsonParser.parseString(requests.get(0)));
    assertFalse(calls.get(0).get("script").toString().contains("touch"));
  }

  @Test
  void shouldFailByTheSentenceOfTheProgramAndLeaveNothingBehind() throws Exception {
    String sentence = refused("cleanAiImages(keep: 'x')");

    assertTrue(sentence.startsWith("--keep: "), sentence);
    assertEquals(List.of(), files.temporary());
  }

  @Test
  void shouldSayThatTheProgramLeftNoResult() {
    jenkins.step("sh", arguments -> 137, Map.class);

    assertEquals(
        "promote: ai-image ended with exit code 137 and left no result; the log above says why.",
        refused("promote(from: 'r/x:1', tags: ['2'])"));
  }

  @Test
  void shouldSayOnceThatThePagesNeedThePlugin() throws Exception {
    String call = "initTrivyDb(dryRun: true, cacheDir: '" + folder + "')\n";

    jenkins.runWithLibrary(call + call);

    assertEquals(1, jenkins.story.size(), jenkins.story.toString());
    assertTrue(jenkins.story.get(0).contains("need the plugin"), jenkins.story.toString());
  }

  @Test
  void shouldSayWhatIsMissingWhereThereIsNeitherPluginNorProgram() {
    jenkins.environment.remove("AI_IMAGE_JAR");

    String sentence = refused("prepareAiProcessorImage()");

    assertTrue(
        sentence.startsWith(
            "prepareAiProcessorImage: there is neither the plugin AI Image Pipeline nor the program"),
        sentence);
    assertEquals(List.of(), calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI_IMAGE_JAR", "AI_IMAGE_HOME"})
  void shouldSayThatTheProgramIsNotWhereItShouldBe(String variable) {
    jenkins.environment.remove("AI_IMAGE_JAR");
    jenkins.environment.put(variable, "/nowhere");

    String sentence = refused("promote(from: 'x')");

    assertTrue(sentence.startsWith("promote: /nowhere"), sentence);
    assertTrue(sentence.contains("is not on the agent agent-1: correct " + variable), sentence);
  }

  @Test
  void shouldSayThatItNeedsUnix() {
    jenkins.step("isUnix", arguments -> false);

    assertTrue(refused("promote(from: 'x')").contains("only agents on Unix"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "credentialsId: 'robot' | docker.withRegistry('https://REGISTRY', 'robot')",
        "secrets: [hf: 'credential:hf'] | secrets: credential:hf needs the plugin",
        "secrets: ['hf=credential:hf'] | secrets: hf=credential:hf needs the plugin"
      })
  void shouldSayWhatToDoAboutCredentials(String parameters, String sentence) {
    String said = refused("prepareAiProcessorImage(" + parameters + ")");

    assertTrue(said.contains(sentence), said);
    assertEquals(List.of(), calls);
  }

  @ParameterizedTest
  @CsvSource({
    "https://reg.example.com:5000,reg.example.com:5000",
    "https://reg.example.com/v2/,reg.example.com",
    "http://robot@127.0.0.1:5000/,http://127.0.0.1:5000",
    "reg.example.com,reg.example.com"
  })
  void shouldUseTheRegistryOfTheBlockAroundIt(String url, String registry) {
    jenkins.environment.put("DOCKER_REGISTRY_URL", url);

    refused("prepareAiProcessorImage(retries: 'x')");
    refused("prepareAiProcessorImage(retries: 'x', registry: 'own')");

    assertTrue(requests.get(0).contains("\"registry\":\"" + registry + "\""), requests.get(0));
    assertTrue(requests.get(1).contains("\"registry\":\"own\""), requests.get(1));
  }
}
