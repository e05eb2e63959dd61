package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.report.Diagnosis.Suggestion;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The rules of a context.
 *
 * @param path that of the Dockerfile's own, where it has one: a builder reads no other then
 * @param text what it has; empty if there is none
 */
record IgnoreFile(Path path, String text) {
  private static final String HEADING = "# Added by ai-image diagnose.";

  static IgnoreFile of(Path context, Path dockerfile) throws UseCaseException {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
    Path path = Files.exists(own) ? own : context.resolve(".dockerignore");
    try {
      String text = Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
      return new IgnoreFile(path, text);
    } catch (IOException e) {
      throw UseCaseException.input(path + " cannot be read: make it a readable text file.");
    }
  }

  /**
   * What it lacks, to be put at its end; empty if nothing. What an image may need is left to a
   * person: it stands in comments.
   */
  String addition(List<Suggestion> suggestions) {
    StringBuilder rules = new StringBuilder();
    for (Suggestion each : suggestions) {
      if (each.safe()) {
        rules.append(each.pattern()).append('\n');
      }
    }
    for (Suggestion each : suggestions) {
      String comment = "# " + each.what() + ", if the image does not need them: " + each.pattern();
      if (!each.safe() && !text.contains(comment)) {
        rules.append(comment).append('\n');
      }
    }
    if (rules.length() == 0) {
      return "";
    }
    String gap = text.isEmpty() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    return gap + (text.contains(HEADING) ? "" : HEADING + "\n") + rules;
  }
}
