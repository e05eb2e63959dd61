package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Holds forms, help and translations to the fields of the classes. */
class FormsTest {
  private static final List<String> LANGUAGES = List.of("", "_fr", "_ru");
  private static final Pattern FIELD = Pattern.compile("<f:entry field=\"(\\w+)\"");
  private static final Pattern LABEL = Pattern.compile("\\$\\{%([\\w.]+)}");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @ParameterizedTest
  @ValueSource(classes = {AiImageSettings.class, AiImageFolderProperty.class})
  void shouldShowEveryFieldInTheForm(Class<?> type) throws IOException {
    assertEquals(fields(type), new TreeSet<>(found(FIELD, text(type, "config.jelly"))));
  }

  @ParameterizedTest
  @ValueSource(classes = {AiImageSettings.class, AiImageFolderProperty.class})
  void shouldExplainEveryFieldInEveryLanguage(Class<?> type) throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String field : fields(type)) {
      for (String language : LANGUAGES) {
        String file = "help-" + field + language + ".html";
        expected.add(file);
        String help = text(type, file);
        assertEquals(language.equals("_ru"), CYRILLIC.matcher(help).find(), file);
        assertTrue(help.startsWith("<div>\n") && help.endsWith("</div>\n"), file);
      }
    }
    try (Stream<Path> files = Files.list(folder(type))) {
      Set<String> there = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("help-"))
          .forEach(there::add);
      assertEquals(expected, there);
    }
  }

  @Test
  void shouldNameTheProgramsOwnDefaults() throws IOException {
    Map<String, Parameter> named = new TreeMap<>();
    for (String name : List.of("builder", "timeout", "stallTimeout", "totalTimeout", "retries")) {
      named.put(name, Parameter.named(Parameters.PREPARE, name));
    }
    named.put("trivyMaxAge", Parameter.named(Parameters.TRIVY, "maxAge"));
    for (String field : named.keySet()) {
      String standard = named.get(field).standard();
      for (String language : LANGUAGES) {
        String help = text(AiImageSettings.class, "help-" + field + language + ".html");
        assertTrue(
            help.replace('\n', ' ').contains(": <code>" + standard + "</code>."), field + language);
      }
      String form = text(AiImageSettings.class, "config.jelly");
      assertTrue(
          field.equals("builder") || form.contains("<f:textbox placeholder=\"" + standard + "\"/>"),
          field);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AiImageSettings.class, AiImageFolderProperty.class})
  void shouldTranslateEveryLabel(Class<?> type) throws IOException {
    Set<String> labels = new TreeSet<>(found(LABEL, text(type, "config.jelly")));
    for (String language : LANGUAGES) {
      PropertyResourceBundle texts =
          bundle(folder(type).resolve("config" + language + ".properties"));
      for (String key : texts.keySet()) {
        assertTrue(labels.contains(key), language + ": nobody shows " + key);
        // Stapler formats them; an apostrophe or a brace would vanish.
        assertEquals(
            texts.getString(key),
            new MessageFormat(texts.getString(key)).format(new Object[0]),
            key);
      }
      for (String label : labels) {
        boolean example = label.endsWith(".placeholder") && !language.isEmpty();
        assertTrue(example || texts.containsKey(label), language + " lacks " + label);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AiImageSettings.class, AiImageFolderProperty.class})
  void shouldKeepPagesFreeOfScriptsAndEscapeWhatTheyShow(Class<?> type) throws IOException {
    String form = text(type, "config.jelly");

    assertTrue(form.startsWith("<?jelly escape-by-default='true'?>\n"));
    assertFalse(Pattern.compile("<script|\\son\\w+=|style=").matcher(form).find());
    assertEquals(List.of(), found(Pattern.compile("title=\"([^$][^\"]*)\""), form));
  }

  @ParameterizedTest
  @ValueSource(classes = {AiImageSettings.class, AiImageFolderProperty.DescriptorImpl.class})
  void shouldAnswerFormsToPostOnly(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().startsWith("do")) {
        assertTrue(method.isAnnotationPresent(POST.class), method.getName());
      }
    }
  }

  private static Set<String> fields(Class<?> type) {
    Set<String> fields = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(DataBoundSetter.class)) {
        String name = method.getName().substring("set".length());
        fields.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
      }
    }
    boolean inFolder = AbstractFolderProperty.class.isAssignableFrom(type);
    assertEquals(inFolder ? 3 : 13, fields.size(), fields::toString);
    return fields;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static PropertyResourceBundle bundle(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new PropertyResourceBundle(in);
    }
  }

  private static String text(Class<?> type, String file) throws IOException {
    return Files.readString(folder(type).resolve(file), StandardCharsets.UTF_8);
  }

  private static Path folder(Class<?> type) {
    List<String> names = Arrays.asList(type.getName().split("\\."));
    return Path.of("src/main/resources", names.toArray(String[]::new));
  }
}
