package io.jenkins.plugins.aiimage.preset;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the tables of {@code docs/presets.md} to the presets. */
class PresetDocumentTest {
  private static final Pattern ARGUMENT = Pattern.compile("(?m)^ARG (\\w+)=(\\S+)$");

  @Test
  void shouldDescribeEveryPreset() throws IOException {
    new GeneratedTable("presets.md", "presets").shouldHold(PresetDocumentTest::presets);
    new GeneratedTable("presets.md", "arguments").shouldHold(PresetDocumentTest::arguments);
  }

  private static String presets() {
    StringBuilder table = new StringBuilder("| preset | what it is | phases | files |\n");
    table.append("|---|---|---|---|\n");
    for (String name : Presets.names()) {
      Preset preset = Presets.named(name).orElseThrow();
      ResolvedDockerfile dockerfile =
          ResolvedDockerfile.of(
              Dockerfile.parse(text(preset)), Optional.empty(), Map.of(), "linux/amd64");
      table.append("| `" + name + "` | " + preset.description() + " | ");
      table.append(code(dockerfile.phases().stream().map(Phase::name).toList()));
      table.append(" | " + code(preset.files()) + " |\n");
    }
    return table.toString();
  }

  private static String arguments() {
    StringBuilder table = new StringBuilder("| preset | build arguments | parameters |\n");
    table.append("|---|---|---|\n");
    for (String name : Presets.names()) {
      Preset preset = Presets.named(name).orElseThrow();
      Map<String, String> arguments = new TreeMap<>();
      Matcher argument = ARGUMENT.matcher(text(preset));
      while (argument.find()) {
        arguments.put(argument.group(1), argument.group(2));
      }
      table.append("| `" + name + "` | " + pairs(arguments) + " | ");
      Map<String, String> defaults = new TreeMap<>();
      preset.defaults().forEach((key, values) -> defaults.put(key, String.join(" ", values)));
      table.append(pairs(defaults) + " |\n");
    }
    return table.toString();
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> "`" + pair.getKey() + "`: `" + GeneratedTable.cell(pair.getValue()) + "`")
        .collect(Collectors.joining("<br>"));
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String text(Preset preset) {
    try {
      return new String(preset.content(Preset.DOCKERFILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
