package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code aiImageStages}. */
class StagesTest {
  private static final String STEP = "prepareAiProcessorImage ";

  @TempDir private Path folder;
  private Pipeline jenkins;

  @BeforeEach
  void start() {
    jenkins = new Pipeline(folder);
  }

  /**
   * A step that finds what a dry run would.
   *
   * @param phases a name and what the dry run says of it, each
   */
  private void plan(String cache, String... phases) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String phase : phases) {
      String[] parts = phase.split(" ", -1);
      all.add(Map.of("name", parts[0], "cache", parts[1]));
    }
    jenkins.provide(
        "prepareAiProcessorImage",
        arguments -> {
          boolean dry = ((Map<?, ?>) arguments[0]).containsKey("dryRun");
          return Map.of("cache", dry ? cache : "BUILT", "phases", all);
        });
  }

  private Object run(String parameters) throws IOException {
    return jenkins.runWithLibrary("return aiImageStages(" + parameters + ")");
  }

  @Test
  void shouldMakeOneStageOfAHit() throws Exception {
    plan("HIT", "torch SKIPPED", "app HIT");

    run("image: 'x'");

    assertEquals(
        List.of(STEP + "{dryRun=true, image=x}", "[AI image", STEP + "{image=x}", "]"),
        jenkins.story);
  }

  @Test
  void shouldMakeAStageOfEachPhaseThatIsNotInTheCache() throws Exception {
    plan("RESUMED", "base HIT", "torch BUILT", "science BUILT", "app BUILT");

    Object made = run("image: 'x', tags: ['v1']");

    assertEquals(
        List.of(
            STEP + "{dryRun=true, image=x, tags=[v1]}",
            "[torch",
            STEP + "{image=x, tags=[v1], until=torch}",
            "]",
            "[science",
            STEP + "{image=x, tags=[v1], until=science}",
            "]",
            "[app",
            STEP + "{image=x, tags=[v1]}",
            "]"),
        jenkins.story);
    assertEquals("BUILT", ((Map<?, ?>) made).get("cache"));
  }

  @Test
  void shouldNotAskForAnythingWithoutParameters() throws Exception {
    plan("BUILT", "app BUILT");

    run("");

    assertEquals(List.of(STEP + "{dryRun=true}", "[app", STEP + "{}", "]"), jenkins.story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force: true", "push: false", "platform: 'linux/amd64,linux/arm64'"})
  void shouldMakeOneStageWhereThePhasesWouldNotBeFoundAgain(String parameter) throws Exception {
    plan("BUILT", "torch BUILT", "app BUILT");

    run(parameter);

    assertEquals(List.of("[AI image", "]"), stages());
  }

  @Test
  void shouldMakeNoStageInADryRun() throws Exception {
    plan("BUILT", "torch BUILT", "app BUILT");

    Object planned = run("dryRun: true");

    assertEquals(List.of(STEP + "{dryRun=true}"), jenkins.story);
    assertEquals("BUILT", ((Map<?, ?>) planned).get("cache"));
  }

  @Test
  void shouldNotGoOnAfterAPhaseThatFails() {
    jenkins.provide(
        "prepareAiProcessorImage",
        arguments -> {
          if ("science".equals(((Map<?, ?>) arguments[0]).get("until"))) {
            throw new IllegalStateException("science failed");
          }
          return Map.of(
              "cache",
              "BUILT",
              "phases",
              List.of(
                  Map.of("name", "torch", "cache", "BUILT"),
                  Map.of("name", "science", "cache", "BUILT"),
                  Map.of("name", "app", "cache", "BUILT")));
        });

    IllegalStateException failure = assertThrows(IllegalStateException.class, () -> run(""));

    assertEquals("science failed", failure.getMessage());
    assertEquals(List.of("[torch", "]", "[science", "]"), stages());
  }

  private List<String> stages() {
    return jenkins.story.stream().filter(told -> told.matches("[\\[\\]].*")).toList();
  }
}
