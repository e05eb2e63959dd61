package io.jenkins.plugins.aiimage.diagnose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of packages of the context.
 *
 * @param path below the context, with slashes
 * @param blocks what it has, in order
 * @param installed whether the Dockerfile names it
 */
record RequirementsFile(Path file, String path, List<Block> blocks, boolean installed) {
  private static final long LARGEST = 1_000_000;

  RequirementsFile {
    blocks = List.copyOf(blocks);
  }

  /**
   * A requirement or an option, with the comments and blank lines above it and all its lines.
   *
   * @param line 1-based
   * @param content joined to one line, without comments; empty at the end of a file
   * @param text as written, with line ends
   */
  record Block(int line, String content, String text) {
    boolean isOption() {
      return content.startsWith("-");
    }

    Optional<Requirement> requirement() {
      return isOption() ? Optional.empty() : Requirement.of(content);
    }
  }

  /** Empty if it is no text of a reasonable size. */
  static Optional<RequirementsFile> read(Path file, String path, boolean installed) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return Optional.of(new RequirementsFile(file, path, blocks(text), installed));
    } catch (IOException e) {
      // Whoever builds will hear of it.
      return Optional.empty();
    }
  }

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    StringBuilder content = new StringBuilder();
    int number = 0;
    int first = 0;
    for (String line : text.split("(?<=\n)", -1)) {
      number++;
      written.append(line);
      String bare = withoutComment(line);
      boolean goesOn = bare.endsWith("\\");
      String part = goesOn ? bare.substring(0, bare.length() - 1).strip() : bare;
      if (first == 0 && !part.isEmpty()) {
        first = number;
      }
      content.append(content.length() == 0 || part.isEmpty() ? "" : " ").append(part);
      if (!goesOn && content.length() > 0) {
        blocks.add(new Block(first, content.toString(), written.toString()));
        content.setLength(0);
        written.setLength(0);
        first = 0;
      }
    }
    if (written.length() > 0) {
      blocks.add(new Block(number, content.toString(), written.toString()));
    }
    return blocks;
  }

  private static String withoutComment(String line) {
    int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  /** Its options, each as its words. */
  List<List<String>> options() {
    return blocks.stream()
        .filter(Block::isOption)
        .map(block -> List.of(block.content().split("[\\s]+", -1)))
        .toList();
  }

  List<Requirement> requirements() {
    return blocks.stream().flatMap(block -> block.requirement().stream()).toList();
  }
}
