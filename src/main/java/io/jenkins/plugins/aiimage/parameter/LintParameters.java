package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code lint} knows. */
final class LintParameters {
  static final List<Parameter> ALL =
      List.of(
          many(
              "files",
              "--file",
              "FILE",
              "Dockerfile.ai-processor, or else Dockerfile",
              "Dockerfile to look at; it may stand without --file."),
          one(
              "context",
              "--context",
              "DIR",
              "the folder of each file",
              "Build context, for .dockerignore and lists of packages."),
          one(
              "failOn",
              "--fail-on",
              "error|warning|info|never",
              "error",
              "The mildest finding that makes the exit code 24."),
          one("format", "--format", "text|json|sarif", "text", "The form of what is found."),
          one(
              "output",
              "--output",
              "FILE",
              "",
              "Write what is found there, in that form. Without it the log says it, and any other"
                  + " form than text takes the place of the log on standard output."),
          flag("fix", "--fix", "Mend what is safe to mend, and say what is left."),
          flag("dryRun", "--dry-run", "Show what --fix would change, and write nothing."),
          one(
              "tools",
              "--tools",
              "auto|none",
              "auto",
              "Whether hadolint and docker build --check are asked too, where they are there."));

  private LintParameters() {}
}
