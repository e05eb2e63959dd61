package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code diagnose} knows. */
final class DiagnoseParameters {
  static final List<Parameter> ALL =
      List.of(
          one("context", "--context", "DIR", "the current folder", "The build context."),
          one(
              "dockerfile",
              "--file",
              "FILE",
              "Dockerfile.ai-processor in the context, or else Dockerfile",
              "The Dockerfile."),
          many("buildArgs", "--build-arg", "K=V", "", "Value of an ARG of the Dockerfile."),
          many(
              "indexes",
              "--index",
              "URL",
              "",
              "Package index to ask besides those that Dockerfile and lists of packages name."),
          many(
              "fallback",
              "--fallback",
              "ARG=VALUE",
              "",
              "As of prepare: where the value is an address, it is asked too."),
          one("timeout", "--timeout", "TIME", "5s", "How long an index may take to answer."),
          flag("offline", "--offline", "Ask no package index."),
          one("top", "--top", "N", "10", "How many folders of the context to tell, largest first."),
          flag(
              "writeIgnore",
              "--write-ignore",
              "Put the missing rules at the end of .dockerignore: as rules those that no image"
                  + " needs, and others, such as for models, as comments."),
          flag(
              "splitRequirements",
              "--split-requirements",
              "Write the packages of each list in two files beside it: NAME.ml.txt with those that"
                  + " are heavy or about machine learning, NAME.base.txt with the others."),
          flag("overwrite", "--overwrite", "Let these two take the place of files that are there."),
          flag("dryRun", "--dry-run", "Show what would be written, and write nothing."));

  private DiagnoseParameters() {}
}
