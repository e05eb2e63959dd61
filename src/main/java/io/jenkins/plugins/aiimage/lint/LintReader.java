package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.Severity;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a request out of parameters by name, and refuses in one sentence what cannot be right. */
public final class LintReader {
  private static final List<String> USUAL = List.of("Dockerfile.ai-processor", "Dockerfile");

  private final Path folder;
  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param folder that relative paths begin in
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public LintReader(
      Path folder, Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.folder = folder;
    this.values = new Values(values, Parameters.joined(Parameters.LINT, Parameters.CALLER), naming);
  }

  /** The request; nothing was read. */
  public LintRequest read() throws UseCaseException {
    String format = oneOf("format", FindingsDocument.FORMATS);
    Optional<Path> context = context();
    boolean dryRun = values.isSet("dryRun");
    return new LintRequest(
        files(context.orElse(folder)),
        context,
        failOn(),
        values.isSet("fix") || dryRun,
        dryRun,
        oneOf("tools", List.of("auto", "none")).equals("auto"),
        output(format));
  }

  private Optional<FindingsFile> output(String format) throws UseCaseException {
    Optional<String> given = values.one("output");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Path file = path("output", given.get());
    Path in = file.getParent();
    if (in == null || !Files.isDirectory(in) || !Files.isWritable(in)) {
      throw values.wrong(
          "output", file + " cannot be written; name a file in a folder that exists");
    }
    if (Files.isDirectory(file)) {
      throw values.wrong("output", file + " is a folder; name a file");
    }
    return Optional.of(new FindingsFile(file, format));
  }

  private Optional<Path> context() throws UseCaseException {
    Optional<String> given = values.one("context");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Path context = path("context", given.get());
    if (!Files.isDirectory(context)) {
      throw values.wrong("context", given.get() + " is not a folder; name the build context");
    }
    return Optional.of(context);
  }

  private List<SourceFile> files(Path context) throws UseCaseException {
    List<SourceFile> files = new ArrayList<>();
    for (String name : values.all("files")) {
      files.add(new SourceFile(name, path("files", name)));
    }
    if (!files.isEmpty()) {
      return files;
    }
    for (String name : USUAL) {
      if (Files.exists(context.resolve(name))) {
        return List.of(new SourceFile(name, context.resolve(name)));
      }
    }
    throw UseCaseException.input(
        "There is no " + String.join(" and no ", USUAL) + " here: name a Dockerfile.");
  }

  private Path path(String parameter, String name) throws UseCaseException {
    try {
      return folder.resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw values.wrong(parameter, "that is no path");
    }
  }

  private Optional<Severity> failOn() throws UseCaseException {
    String name = oneOf("failOn", List.of("error", "warning", "info", "never"));
    for (Severity severity : Severity.values()) {
      if (severity.words().equals(name)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** The first is the default. */
  private String oneOf(String name, List<String> known) throws UseCaseException {
    String value = values.one(name).orElse(known.get(0));
    if (!known.contains(value)) {
      throw values.wrong(
          name, "\"" + value + "\" is not known: choose one of " + String.join(", ", known));
    }
    return value;
  }
}
