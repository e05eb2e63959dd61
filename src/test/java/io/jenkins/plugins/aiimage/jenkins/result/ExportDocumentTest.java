package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.export.Exported;

/** Holds what {@code docs/report.md} says of Jenkins' REST export to the code. */
class ExportDocumentTest {
  private static final Pattern CELL = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");

  @ParameterizedTest
  @ValueSource(
      classes = {
        AiImage.class,
        AiImagePhase.class,
        AiImageAttempt.class,
        AiImagePush.class,
        AiImageCleaning.class,
        AiImageDatabase.class,
        AiImageChange.class,
        AiImageInput.class,
        AiImageCurrent.class,
        AiImagePackage.class,
        AiImageReview.class,
        AiImageSmoke.class,
        AiImageDiagnosis.class,
        AiImageService.class,
        AiImageServiceCheck.class
      })
  void shouldListEveryMemberThatJenkinsExports(Class<?> type) throws IOException {
    String name = type.getSimpleName();
    String text = Files.readString(Path.of("docs/report.md"));
    int from = text.indexOf("<!-- " + name + " begin -->");
    int to = text.indexOf("<!-- " + name + " end -->");
    Set<String> documented = new TreeSet<>();
    Matcher cell = CELL.matcher(text.substring(from, to));
    while (cell.find()) {
      documented.addAll(List.of(cell.group(1).replace("`", "").split(", ")));
    }
    assertEquals(exported(type), documented);
  }

  private static Set<String> exported(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Exported.class))
        .map(method -> method.getName().replaceFirst("^(get|is)", ""))
        .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
