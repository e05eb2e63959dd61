package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Holds the help files of a step to the one place where its parameters are described. With {@code
 * -Ddocuments.write=true} the test writes them instead of comparing.
 */
class StepHelpTest {
  private static final Path FOLDERS =
      Path.of("src/main/resources/io/jenkins/plugins/aiimage/jenkins/step");

  static Stream<org.junit.jupiter.params.provider.Arguments> steps() {
    return Stream.of(
        arguments(PrepareAiProcessorImageStep.class, StepForm.PREPARE),
        arguments(PushCachedStep.class, StepForm.PUSH),
        arguments(PromoteStep.class, StepForm.PROMOTE),
        arguments(CleanAiImagesStep.class, StepForm.CLEAN),
        arguments(InitTrivyDbStep.class, StepForm.TRIVY),
        arguments(LintAiDockerfileStep.class, StepForm.LINT),
        arguments(SmokeTestAiImageStep.class, StepForm.SMOKE),
        arguments(DiagnoseAiImageStep.class, StepForm.DIAGNOSE),
        arguments(StartAiServicesStep.class, StepForm.START));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void shouldExplainEveryParameterAsTheCommandLineDoes(Class<?> step, List<Parameter> parameters)
      throws IOException {
    Path folder = FOLDERS.resolve(step.getSimpleName());
    Set<String> expected = new TreeSet<>();
    for (Parameter parameter : parameters) {
      Path file = folder.resolve("help-" + parameter.name() + ".html");
      expected.add(file.getFileName().toString());
      if (Boolean.getBoolean("documents.write")) {
        Files.writeString(file, html(parameter));
      }
      assertEquals(html(parameter), Files.readString(file), "-Ddocuments.write=true");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          expected,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("help-"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void shouldLetPipelineSetEveryParameter(Class<?> step, List<Parameter> parameters) {
    Set<String> known = new TreeSet<>(parameters.stream().map(Parameter::name).toList());
    Set<String> settable =
        Stream.of(step.getMethods())
            .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
            .map(method -> method.getName().substring("set".length()))
            .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, settable);
  }

  private static String html(Parameter parameter) {
    String standard =
        parameter.standard().isEmpty()
            ? ""
            : "\n<p>Default: " + escaped(parameter.standard()) + ".</p>";
    return "<div>\n<p>" + escaped(parameter.description()) + "</p>" + standard + "\n</div>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
