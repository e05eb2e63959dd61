package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.preset.Preset;
import io.jenkins.plugins.aiimage.preset.Presets;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code ai-image presets}: which there are, and their files for whoever wants to change them. */
record PresetsCommand(Terminal terminal) implements Subcommand {
  @Override
  public String description() {
    return "Lists the recipes that come with the program; of one that is named, says what it sets, or"
        + " writes its files.";
  }

  @Override
  public List<Parameter> parameters() {
    return Parameters.PRESETS;
  }

  @Override
  public String operands() {
    return "[NAME]";
  }

  @Override
  public int run(Arguments arguments) {
    List<String> names = arguments.operands();
    List<String> folders = arguments.values("write");
    if (names.size() > 1 || folders.size() > 1) {
      return terminal.refuse(Problem.INPUT, "Name one preset, and one folder to write to.");
    }
    if (names.isEmpty()) {
      return folders.isEmpty()
          ? list()
          : terminal.refuse(Problem.INPUT, "--write: name the preset that is to be written.");
    }
    Optional<Preset> preset = Presets.named(names.get(0));
    if (preset.isEmpty()) {
      return terminal.refuse(
          Problem.INPUT,
          "There is no preset "
              + names.get(0)
              + ": choose one of "
              + String.join(", ", Presets.names())
              + ".");
    }
    return folders.isEmpty() ? show(preset.get()) : write(preset.get(), Path.of(folders.get(0)));
  }

  private int list() {
    int width = Presets.names().stream().mapToInt(String::length).max().orElse(0);
    for (String name : Presets.names()) {
      String padding = " ".repeat(width + 2 - name.length());
      terminal.out().println(name + padding + Presets.named(name).orElseThrow().description());
    }
    return 0;
  }

  private int show(Preset preset) {
    terminal.out().println(preset.description());
    terminal.out().println("  files: " + String.join(", ", preset.files()));
    terminal.out().println("  sets: " + options(preset));
    return 0;
  }

  private int write(Preset preset, Path folder) {
    for (String file : preset.files()) {
      if (Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        return exists(folder.resolve(file));
      }
    }
    try {
      for (String file : preset.files()) {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, preset.content(file), StandardOpenOption.CREATE_NEW);
        terminal.out().println(target);
      }
    } catch (FileAlreadyExistsException e) {
      return exists(Path.of(e.getFile()));
    } catch (IOException e) {
      return terminal.refuse(Problem.INPUT, "--write: " + folder + " cannot be written.");
    }
    String context = quoted(folder.toString());
    terminal
        .out()
        .println("ai-image prepare --context " + context + " --file Dockerfile " + options(preset));
    return 0;
  }

  private int exists(Path file) {
    return terminal.refuse(
        Problem.INPUT, "--write: there is " + file + " already; nothing is overwritten.");
  }

  /** The preset's defaults as somebody would type them. */
  private static String options(Preset preset) {
    StringBuilder options = new StringBuilder();
    for (Map.Entry<String, List<String>> entry : new TreeMap<>(preset.defaults()).entrySet()) {
      String option = Parameter.named(Parameters.PREPARE, entry.getKey()).option();
      for (String value : entry.getValue()) {
        options.append(options.isEmpty() ? "" : " ").append(option + " " + quoted(value));
      }
    }
    return options.toString();
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
