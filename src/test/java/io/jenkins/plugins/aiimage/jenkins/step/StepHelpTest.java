package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Holds the help files of a step to the one place where its parameters are described. With {@code
 * -Ddocuments.write=true} the test writes them instead of comparing.
 */
class StepHelpTest {
  private static final Path FOLDER =
      Path.of(
          "src/main/resources/io/jenkins/plugins/aiimage/jenkins/step/PrepareAiProcessorImageStep");

  @Test
  void shouldExplainEveryParameterAsTheCommandLineDoes() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Parameter parameter : StepForm.PREPARE) {
      Path file = FOLDER.resolve("help-" + parameter.name() + ".html");
      expected.add(file.getFileName().toString());
      if (Boolean.getBoolean("documents.write")) {
        Files.writeString(file, html(parameter));
      }
      assertEquals(html(parameter), Files.readString(file), "-Ddocuments.write=true");
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          expected,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("help-"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void shouldLetPipelineSetEveryParameter() {
    Set<String> known = new TreeSet<>(StepForm.PREPARE.stream().map(Parameter::name).toList());
    Set<String> settable =
        Stream.of(PrepareAiProcessorImageStep.class.getMethods())
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
