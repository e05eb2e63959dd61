package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import groovy.lang.Closure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variables that are named as steps, where the plugin is. */
class StepsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prepareAiProcessorImage",
        "initTrivyDb",
        "pushCached",
        "promote",
        "cleanAiImages",
        "lintAiDockerfile",
        "smokeTestAiImage",
        "diagnoseAiImage"
      })
  void shouldPassTheirParametersToTheStep(String name) throws Exception {
    Pipeline jenkins = new Pipeline(folder);
    jenkins.provide(name, arguments -> Map.of("from", name));

    Object returned = jenkins.runWithLibrary(name + "()\nreturn " + name + "(tags: ['a'], n: 1)");

    assertEquals(List.of(name + " {}", name + " {n=1, tags=[a]}"), jenkins.story);
    assertEquals(Map.of("from", name), returned);
  }

  @Test
  void shouldPassABlockToTheStep() throws Exception {
    Pipeline jenkins = new Pipeline(folder);
    jenkins.provide("startAiServices", arguments -> ((Closure<?>) arguments[1]).call());

    Object returned =
        jenkins.runWithLibrary(
            "startAiServices(tests: ['a:b'])\nreturn startAiServices(file: 'x') { 7 }");

    assertEquals(
        List.of("startAiServices {tests=[a:b]}", "startAiServices {file=x}"), jenkins.story);
    assertEquals(7, returned);
  }

  @Test
  void shouldNotTakeAStepThatIsAtFaultForOneThatIsMissing() {
    Pipeline jenkins = new Pipeline(folder);
    jenkins.provide(
        "promote",
        arguments -> {
          throw new NoSuchMethodError("'void hudson.Launcher.kill()'");
        });

    Error fault =
        assertThrows(NoSuchMethodError.class, () -> jenkins.runWithLibrary("promote(from: 'x')"));

    assertEquals("'void hudson.Launcher.kill()'", fault.getMessage());
  }
}
