package io.jenkins.plugins.aiimage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documentation's tables and links to the code and the files. */
class DocumentsTest {
  private static List<Parameter> ofCallers() {
    List<Parameter> settings =
        Parameters.joined(Parameters.PREPARE_SETTINGS, Parameters.PUSH_SETTINGS);
    return Parameters.joined(Parameters.CALLER, settings);
  }

  private static List<Parameter> ofStart() {
    return Parameters.joined(Parameters.START, Parameters.START_SETTINGS);
  }

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  private static final Pattern FIELD = Pattern.compile("<f:entry field=\"(\\w+)\"");

  @Test
  void shouldDescribeEveryParameterAsTheHelpDoes() throws IOException {
    new GeneratedTable("parameters.md", "recipe").shouldHold(() -> parameters(Parameters.RECIPE));
    List<Parameter> build =
        Parameters.PREPARE.subList(Parameters.RECIPE.size(), Parameters.PREPARE.size());
    new GeneratedTable("parameters.md", "build").shouldHold(() -> parameters(build));
    new GeneratedTable("parameters.md", "push").shouldHold(() -> parameters(Parameters.PUSH));
    new GeneratedTable("parameters.md", "clean").shouldHold(() -> parameters(Parameters.CLEAN));
    new GeneratedTable("parameters.md", "trivy").shouldHold(() -> parameters(Parameters.TRIVY));
    new GeneratedTable("parameters.md", "diagnose")
        .shouldHold(() -> parameters(Parameters.DIAGNOSE));
    new GeneratedTable("parameters.md", "smoke").shouldHold(() -> parameters(Parameters.SMOKE));
    new GeneratedTable("parameters.md", "lint").shouldHold(() -> parameters(Parameters.LINT));
    new GeneratedTable("parameters.md", "start").shouldHold(() -> parameters(ofStart()));
    new GeneratedTable("parameters.md", "stop").shouldHold(() -> parameters(Parameters.STOP));
    new GeneratedTable("parameters.md", "output").shouldHold(() -> parameters(Parameters.OUTPUT));
    new GeneratedTable("parameters.md", "caller").shouldHold(() -> parameters(ofCallers()));
  }

  private static String parameters(List<Parameter> parameters) {
    StringBuilder table = new StringBuilder("| option | default | meaning |\n|---|---|---|\n");
    for (Parameter parameter : parameters) {
      String option = parameter.option() + (parameter.isSwitch() ? "" : " " + parameter.value());
      table
          .append("| `")
          .append(GeneratedTable.cell(option))
          .append(parameter.many() ? "` … | " : "` | ")
          .append(parameter.standard())
          .append(" | ")
          .append(GeneratedTable.cell(parameter.description()))
          .append(" |\n");
    }
    return table.toString();
  }

  @Test
  void shouldDescribeEverySettingAsItsHelpDoes() throws IOException {
    new GeneratedTable("administrators.md", "settings")
        .shouldHold(() -> settings("AiImageSettings"));
    new GeneratedTable("administrators.md", "folder")
        .shouldHold(() -> settings("AiImageFolderProperty"));
  }

  /** The fields of a form in its order, each with what its help page says. */
  private static String settings(String form) {
    Path folder =
        Path.of("src/main/resources/io/jenkins/plugins/aiimage/jenkins/settings").resolve(form);
    StringBuilder table = new StringBuilder("| setting | name | meaning |\n|---|---|---|\n");
    try {
      Properties labels = new Properties();
      try (Reader reader = Files.newBufferedReader(folder.resolve("config.properties"))) {
        labels.load(reader);
      }
      Matcher field = FIELD.matcher(Files.readString(folder.resolve("config.jelly")));
      while (field.find()) {
        String name = field.group(1);
        String help = Files.readString(folder.resolve("help-" + name + ".html"));
        String meaning = help.replaceAll("</?div>", "").replaceAll("</?code>", "`").strip();
        table.append("| " + labels.getProperty(name) + " | `" + name + "` | ");
        table.append(meaning.replace('\n', ' ') + " |\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  @Test
  void shouldListEveryExitCode() throws IOException {
    new GeneratedTable("exit-codes.md", "codes")
        .shouldHold(
            () -> {
              StringBuilder table = new StringBuilder("| code | name | meaning |\n|---|---|---|\n");
              table.append("| 0 | | Success. |\n");
              for (Problem problem : Problem.values()) {
                table.append(
                    "| " + problem.exitCode() + " | `" + problem + "` | " + problem.explanation());
                table.append(" |\n");
              }
              return table.toString();
            });
  }

  @Test
  void shouldGiveEveryProblemAnExitCodeOfItsOwn() {
    Set<Integer> codes = new HashSet<>();
    for (Problem problem : Problem.values()) {
      assertTrue(codes.add(problem.exitCode()), problem + " shares its exit code");
    }
  }

  @Test
  void shouldLinkOnlyToFilesThatExist() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of("."))) {
      top.forEach(documents::add);
    }
    try (Stream<Path> below = Files.walk(Path.of("docs"))) {
      below.forEach(documents::add);
    }
    documents.removeIf(file -> !file.toString().endsWith(".md"));
    for (Path file : documents) {
      Matcher link = LINK.matcher(Files.readString(file));
      while (link.find()) {
        Path target = file.resolveSibling(link.group(1));
        assertTrue(Files.exists(target), file + " links to " + link.group(1));
      }
    }
  }
}
