package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeDockerfile() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
  }

  private PrepareRequest read(Map<String, List<String>> values) throws UseCaseException {
    return new RequestReader(values, folder, Parameter::option).read();
  }

  @Test
  void shouldNeedNoParameterAtAll() throws UseCaseException {
    PrepareRequest request = read(Map.of());
    assertEquals(folder, request.recipe().context());
    assertEquals(folder.resolve("Dockerfile"), request.recipe().dockerfile());
    assertEquals("ai-security-processor", request.destination().image());
    assertEquals(List.of("latest"), request.destination().tags());
    assertEquals(Optional.empty(), request.destination().registry());
    assertEquals(Duration.ofSeconds(1000), request.build().standard().timeout());
    assertEquals(Duration.ofMinutes(5), request.build().standard().stallTimeout());
    assertEquals(5, request.build().standard().retries());
    assertEquals(Duration.ofHours(2), request.build().totalTimeout());
    assertEquals("AI Processor", request.label());
    assertTrue(request.publication().push());
  }

  @Test
  void shouldAskFurtherRegistriesInOrderAndNoneTwice() throws UseCaseException {
    List<String> asked = List.of("http://b:1", "", "a:1", "c", "b:1", "c");
    PrepareRequest request = read(Map.of("registry", List.of("a:1"), "cacheFrom", asked));
    assertEquals(List.of("http://b:1", "c"), request.destination().cacheFrom());
  }

  @Test
  void shouldRefuseAFurtherRegistryThatCannotBe() {
    Map<String, List<String>> values =
        Map.of("registry", List.of("a:1"), "cacheFrom", List.of("b", "not a host"));
    UseCaseException wrong = assertThrows(UseCaseException.class, () -> read(values));
    assertEquals(Problem.INPUT, wrong.problem());
    assertTrue(wrong.getMessage().startsWith("--cache-from: "), wrong.getMessage());
  }

  @Test
  void shouldPreferTheDockerfileOfTheAiProcessor() throws Exception {
    Path own = Files.writeString(folder.resolve("Dockerfile.ai-processor"), "FROM scratch\n");
    assertEquals(own, read(Map.of()).recipe().dockerfile());
  }

  @Test
  void shouldFindTheDockerfileInTheContextFirst() throws Exception {
    Path context = Files.createDirectories(folder.resolve("service"));
    Path inContext = Files.writeString(context.resolve("Dockerfile"), "FROM scratch\n");
    Map<String, List<String>> values =
        Map.of("context", List.of("service"), "dockerfile", List.of("Dockerfile"));
    assertEquals(inContext, read(values).recipe().dockerfile());
    Files.delete(inContext);
    assertEquals(folder.resolve("Dockerfile"), read(values).recipe().dockerfile());
  }

  @Test
  void shouldKeepEveryCharacterOfABuildArgument() throws UseCaseException {
    String value = "a=b,c \"$(touch x)\" --privileged";
    PrepareRequest request = read(Map.of("buildArgs", List.of("X=" + value)));
    assertEquals(Map.of("X", value), request.recipe().buildArguments());
  }

  @Test
  void shouldReadSeveralPlatformsInAFixedOrder() throws UseCaseException {
    Map<String, List<String>> values =
        Map.of("platform", List.of("linux/arm64, linux/amd64"), "registry", List.of("r:5000"));
    PrepareRequest request = read(values);
    assertEquals(List.of("linux/amd64", "linux/arm64"), request.recipe().platforms());
    PrepareRequest part = request.forPlatform("linux/arm64");
    assertEquals(Optional.of("linux/arm64"), part.recipe().platform());
    assertEquals(List.of(), part.destination().tags());
    assertTrue(part.publication().requireRegistry());
  }

  @Test
  void shouldSayWhatSeveralPlatformsNeed() {
    List<String> two = List.of("linux/arm64,linux/amd64");
    UseCaseException e = assertThrows(UseCaseException.class, () -> read(Map.of("platform", two)));
    assertTrue(e.getMessage().contains("name one by --registry"), e.getMessage());
    Map<String, List<String>> unpushed =
        Map.of("platform", two, "registry", List.of("r:5000"), "push", List.of());
    e = assertThrows(UseCaseException.class, () -> read(unpushed));
    assertTrue(e.getMessage().startsWith("--platform: "), e.getMessage());
    assertTrue(e.getMessage().contains("--no-push"), e.getMessage());
  }

  @Test
  void shouldTakeAtMostSixteenPlatforms() throws UseCaseException {
    StringBuilder many = new StringBuilder("linux/a0");
    for (int i = 1; i < 16; i++) {
      many.append(",linux/a").append(i);
    }
    Map<String, List<String>> sixteen =
        Map.of("platform", List.of(many.toString()), "registry", List.of("r:5000"));
    assertEquals(16, read(sixteen).recipe().platforms().size());
    Map<String, List<String>> more =
        Map.of("platform", List.of(many + ",linux/b"), "registry", List.of("r:5000"));
    UseCaseException e = assertThrows(UseCaseException.class, () -> read(more));
    assertTrue(e.getMessage().contains("17 platforms are too many"), e.getMessage());
  }

  @Test
  void shouldReadThePhasesSettings() throws UseCaseException {
    PrepareRequest request =
        read(Map.of("phases", List.of("torch:timeout=20m,retries=0,fallback=INDEX=https://b")));
    assertEquals(
        Optional.of(Duration.ofMinutes(20)), request.build().phases().get("torch").timeout());
    assertEquals("https://b", request.build().phases().get("torch").fallbacks().get(0).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "context|missing|--context",
        "dockerfile|missing|--file",
        "image|Upper/Case|--image",
        "image|$(touch x)|--image",
        "image|--privileged|--image",
        "image|a:b|--image",
        "registry|not a host|--registry",
        "cacheFrom|mirror:5000|--cache-from",
        "tags|-x|--tag",
        "tags|a b|--tag",
        "buildArgs|=x|--build-arg",
        "buildArgs|1X=x|--build-arg",
        "platform|linux|--platform",
        "platform|linux/amd64,linux/arm64|--platform",
        "platform|linux/amd64,|--platform",
        "platform|,linux/amd64|--platform",
        "platform|linux/amd64,,linux/arm64|--platform",
        "platform|linux/amd64,arm64|--platform",
        "platform|linux/amd64,linux/amd64|--platform",
        "platform|linux/arm64,linux/arm64/v8|--platform",
        "platform|linux/amd64;linux/arm64|--platform",
        "builder|kaniko|--builder",
        "timeout|0|--timeout",
        "timeout|-5s|--timeout",
        "timeout|soon|--timeout",
        "stallTimeout|1x|--stall-timeout",
        "totalTimeout|0s|--total-timeout",
        "retries|-1|--retries",
        "retries|many|--retries",
        "fallback|INDEX|--fallback",
        "phases|torch|--phase",
        "phases|torch:speed=3|--phase",
        "phases|torch:timeout=0|--phase",
        "phases|torch:|--phase",
        "phases|torch:timeout=|--phase",
        "phases|torch:timeout=1m,|--phase",
        "phases|torch:timeout=1m,timeout=2m|--phase",
        "phases|torch:stall=-1|--phase",
        "phases|torch:retries=-1|--phase",
        "phases|torch:retries=101|--phase",
        "phases|torch:retries=99999999999|--phase",
        "phases|torch:fallback=X|--phase",
        "phases|torch:fallback=X=|--phase",
        "phases|:timeout=1m|--phase",
        "timeout|99999999999h|--timeout",
        "timeout|1m1h|--timeout",
        "timeout|1.5h|--timeout",
        "stallTimeout|0|--stall-timeout",
        "stallTimeout|-5m|--stall-timeout",
        "stallTimeout|99999999999|--stall-timeout",
        "totalTimeout|-2h|--total-timeout",
        "totalTimeout|99999999999h|--total-timeout",
        "retries|101|--retries",
        "retries|99999999999|--retries",
        "retries|1.5|--retries",
        "fallback|` `|--fallback",
        "fallback|INDEX=|--fallback",
        "fallback|` INDEX= `|--fallback",
        "fallback|IN DEX=x|--fallback",
        "mirrors|INDEX|--mirror",
        "buildArgs|` `|--build-arg",
        "smokeTest|` `|--smoke-test",
        "tags|` `|--tag",
        "addHosts|` `|--add-host",
        "secrets|token=|--secret",
        "secrets|token=.|--secret",
        "maxSize|99999999999GB|--max-size",
        "maxSize|-1GB|--max-size",
        "pip|timeout|--pip",
        "pip|timeout=|--pip",
        "pip|timeout=0|--pip",
        "pip|timeout=-1|--pip",
        "pip|timeout=60$(x)|--pip",
        "pip|timeout=99999999999h|--pip",
        "pip|retries=-1|--pip",
        "pip|retries=5 X=1|--pip",
        "pip|retries=101|--pip",
        "pip|retries=1e2|--pip",
        "pip|resume=many|--pip",
        "pip|progress=pretty|--pip",
        "pip|progress=RAW|--pip",
        "pip|speed=9|--pip",
        "pip|index-url=https://x|--pip",
        "pip|PIP_RETRIES=5|--pip",
        "secrets|token=missing|--secret",
        "addHosts|nonsense|--add-host",
        "pull|sometimes|--pull",
        "maxSize|big|--max-size",
        "maxSize|0GB|--max-size",
        "requireRegistry|x|--require-registry"
      })
  void shouldRefuseInOneSentenceThatNamesTheParameter(
      String parameter, String value, String option) {
    UseCaseException e =
        assertThrows(UseCaseException.class, () -> read(Map.of(parameter, List.of(value))));
    assertEquals(Problem.INPUT, e.problem());
    assertTrue(e.getMessage().startsWith(option + ": "), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "timeout,99999999999h",
    "stallTimeout,0",
    "retries,-1",
    "fallback,INDEX",
    "phases,torch:speed=3",
    "pip,speed=3"
  })
  void shouldCallAParameterAsWhoeverGaveItDoes(String parameter, String value) {
    RequestReader ofTheStep =
        new RequestReader(Map.of(parameter, List.of(value)), folder, Parameter::name);
    UseCaseException e = assertThrows(UseCaseException.class, ofTheStep::read);
    assertTrue(e.getMessage().startsWith(parameter + ": "), e.getMessage());
  }

  @Test
  void shouldReadHowPatientPipIsToBe() throws UseCaseException {
    List<String> values = List.of("timeout=2m", "retries=10", "progress=raw", "resume=0");
    assertEquals(
        Map.of(
            "PIP_DEFAULT_TIMEOUT", "120",
            "PIP_RETRIES", "10",
            "PIP_PROGRESS_BAR", "raw",
            "PIP_RESUME_RETRIES", "0"),
        read(Map.of("pip", values)).build().pip().variables());
    assertEquals(Map.of(), read(Map.of()).build().pip().variables());
    assertThrows(
        UseCaseException.class, () -> read(Map.of("pip", List.of("retries=1", "retries=2"))));
  }

  @Test
  void shouldTakeMirrorsWhereNoFallbackIsGiven() throws UseCaseException {
    List<String> mirrors = List.of("INDEX=https://mirror.example");
    assertEquals(1, read(Map.of("mirrors", mirrors)).build().mirrors().size());
    Map<String, List<String>> both = Map.of("mirrors", mirrors, "fallback", List.of("A=1"));
    assertEquals(List.of(), read(both).build().mirrors());
  }

  @Test
  void shouldRefuseATagThatLooksLikeAContentKey() {
    assertThrows(
        UseCaseException.class, () -> read(Map.of("tags", List.of("key-" + "0".repeat(64)))));
  }

  @Test
  void shouldNotShowTheValueOfAPairThatItRefuses() {
    UseCaseException e =
        assertThrows(
            UseCaseException.class, () -> read(Map.of("buildArgs", List.of("1TOKEN=hunter2"))));
    assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
  }

  @Test
  void shouldGateTagAndPullNothingWhereItStopsAfterAPhase() throws UseCaseException {
    PrepareRequest request =
        read(
            Map.of(
                "until", List.of("torch"),
                "tags", List.of("v1"),
                "smokeTest", List.of("true"),
                "maxSize", List.of("1GB"),
                "pull", List.of("always")));
    assertEquals(Optional.of("torch"), request.until());
    assertEquals(List.of(), request.destination().tags());
    assertFalse(request.publication().isGated());
    assertEquals(PrepareRequest.Pull.NEVER, request.publication().pull());
  }

  @Test
  void shouldRefuseToStopWhereNothingCouldGoOn() {
    Map<String, List<String>> forced = Map.of("until", List.of("torch"), "force", List.of());
    UseCaseException both = assertThrows(UseCaseException.class, () -> read(forced));
    assertTrue(both.getMessage().startsWith("--until: with --force "), both.getMessage());
    Map<String, List<String>> several =
        Map.of(
            "until", List.of("torch"),
            "platform", List.of("linux/amd64,linux/arm64"),
            "registry", List.of("localhost:1"));
    UseCaseException platforms = assertThrows(UseCaseException.class, () -> read(several));
    assertTrue(platforms.getMessage().startsWith("--until: several"), platforms.getMessage());
  }

  @Test
  void shouldTakeDefaultsFromThePresetWhereNobodyGivesOthers() throws UseCaseException {
    PrepareRequest request = read(Map.of("preset", List.of("tensorflow-onnx")));
    assertEquals("TensorFlow and ONNX", request.label());
    assertEquals(1, request.publication().smokeTests().size());
    assertEquals(request.recipe().preset().orElseThrow().path(), request.recipe().context());
    assertFalse(Files.exists(request.recipe().context()));
    Map<String, List<String>> given =
        Map.of(
            "preset", List.of("tensorflow-onnx"),
            "label", List.of("Mine"),
            "pip", List.of(""),
            "smokeTest", List.of("true", "id"));
    assertEquals("Mine", read(given).label());
    assertEquals(List.of("true", "id"), read(given).publication().smokeTests());
    assertEquals(request.build().pip(), read(given).build().pip());
  }

  @Test
  void shouldTakeTheUsualPresetWhereThereIsNoRecipe() throws IOException, UseCaseException {
    assertEquals(Optional.empty(), read(Map.of()).recipe().preset());

    Files.delete(folder.resolve("Dockerfile"));

    PrepareRequest.Recipe recipe = read(Map.of()).recipe();
    assertEquals("ai-processor", recipe.preset().orElseThrow().preset().name());
    assertEquals(folder + " has neither Dockerfile.ai-processor nor Dockerfile", recipe.reason());
  }

  @Test
  void shouldTakeNoPresetForAContextThatSomebodyNamed() throws IOException {
    Files.delete(folder.resolve("Dockerfile"));
    Map<String, List<String>> named = Map.of("context", List.of("."));

    UseCaseException refused = assertThrows(UseCaseException.class, () -> read(named));

    assertEquals(
        "--file: there is neither Dockerfile.ai-processor nor Dockerfile in "
            + folder
            + ": name one, or a --preset.",
        refused.getMessage());
  }

  @Test
  void shouldKeepTheContextThatIsGivenWithAPreset() throws UseCaseException {
    Map<String, List<String>> given = Map.of("preset", List.of("fastapi"), "context", List.of("."));
    PrepareRequest.Recipe recipe = read(given).recipe();
    assertEquals(folder, recipe.context());
    assertEquals(recipe.preset().orElseThrow().dockerfile(), recipe.dockerfile());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preset=nothing | --preset: \"nothing\" is not known: choose one of ai-processor,"
            + " ai-processor-gpu, fastapi, fastapi-ml, tensorflow-onnx.",
        "preset=fastapi dockerfile=Dockerfile | --preset: a preset has its own Dockerfile: leave out"
            + " it or --file."
      })
  void shouldRefuseAPresetThatCannotBe(String given, String sentence) {
    Map<String, List<String>> values = new HashMap<>();
    for (String word : given.split(" ", -1)) {
      values.put(
          word.substring(0, word.indexOf('=')), List.of(word.substring(word.indexOf('=') + 1)));
    }
    UseCaseException refused = assertThrows(UseCaseException.class, () -> read(values));
    assertEquals(sentence, refused.getMessage());
  }
}
