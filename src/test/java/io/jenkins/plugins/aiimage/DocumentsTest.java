package io.jenkins.plugins.aiimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tables of the documentation that are made from the code. With {@code -Ddocuments.write=true} the
 * tests write them instead of comparing.
 */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  private static final Pattern FIELD = Pattern.compile("<f:entry field=\"(\\w+)\"");

  private static void shouldHold(String document, String table, Supplier<String> made)
      throws IOException {
    Path file = Path.of("docs", document);
    String text = Files.readString(file);
    String begin = "<!-- " + table + " begin -->\n";
    String end = "<!-- " + table + " end -->";
    assertTrue(text.contains(begin) && text.contains(end), document + " has no place for " + table);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    if (Boolean.getBoolean("documents.write")) {
      Files.writeString(file, text.substring(0, from) + made.get() + text.substring(to));
    } else {
      assertEquals(made.get(), text.substring(from, to), "make it anew: -Ddocuments.write=true");
    }
  }

  @Test
  void shouldDescribeEveryParameterAsTheHelpDoes() throws IOException {
    shouldHold("parameters.md", "recipe", () -> parameters(Parameters.RECIPE));
    List<Parameter> build =
        Parameters.PREPARE.subList(Parameters.RECIPE.size(), Parameters.PREPARE.size());
    shouldHold("parameters.md", "build", () -> parameters(build));
    shouldHold("parameters.md", "output", () -> parameters(Parameters.OUTPUT));
    shouldHold("parameters.md", "caller", () -> parameters(Parameters.CALLER));
  }

  private static String parameters(List<Parameter> parameters) {
    StringBuilder table = new StringBuilder("| option | default | meaning |\n|---|---|---|\n");
    for (Parameter parameter : parameters) {
      String option = parameter.option() + (parameter.isSwitch() ? "" : " " + parameter.value());
      table
          .append("| `")
          .append(option.replace("|", "\\|"))
          .append(parameter.many() ? "` … | " : "` | ")
          .append(parameter.standard())
          .append(" | ")
          .append(parameter.description().replace("|", "\\|"))
          .append(" |\n");
    }
    return table.toString();
  }

  @Test
  void shouldDescribeEverySettingAsItsHelpDoes() throws IOException {
    shouldHold("administrators.md", "settings", () -> settings("AiImageSettings"));
    shouldHold("administrators.md", "folder", () -> settings("AiImageFolderProperty"));
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
    shouldHold(
        "exit-codes.md",
        "codes",
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
