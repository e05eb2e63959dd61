package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a request out of parameters by name, and refuses in one sentence what cannot be right. */
public final class DiagnoseReader {
  private static final List<String> USUAL = List.of("Dockerfile.ai-processor", "Dockerfile");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_FOLDERS = 1000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Path folder;
  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param folder that relative paths begin in
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public DiagnoseReader(
      Path folder, Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.folder = folder;
    this.values =
        new Values(
            values,
            Parameters.joined(
                Parameters.DIAGNOSE,
                Parameters.joined(Parameters.PREPARE_SETTINGS, Parameters.CALLER)),
            naming);
  }

  /** The request; nothing was read but whether files are there. */
  public DiagnoseRequest read() throws UseCaseException {
    Path context = path("context", values.one("context").orElse("."));
    if (!Files.isDirectory(context)) {
      throw values.wrong("context", context + " is not a folder; name the build context");
    }
    Optional<String> given = values.one("dockerfile");
    String name = given.isPresent() ? given.get() : usual(context);
    return new DiagnoseRequest(
        context,
        given.isPresent() ? path("dockerfile", name) : context.resolve(name),
        name,
        values.pairs("buildArgs", NAME, "K=V"),
        otherIndexes(),
        values.count("top", values.one("top").orElse("10"), MOST_FOLDERS),
        !values.isSet("offline"),
        timeout(),
        values.isSet("writeIgnore"),
        values.isSet("splitRequirements"),
        values.isSet("overwrite"),
        values.isSet("dryRun"));
  }

  private Duration timeout() throws UseCaseException {
    Duration timeout = values.duration("timeout", values.one("timeout").orElse("5s"));
    if (timeout.compareTo(LONGEST) > 0) {
      throw values.wrong("timeout", "an index that takes longer than 1m is of no use; write less");
    }
    return timeout;
  }

  private List<String> otherIndexes() throws UseCaseException {
    List<String> indexes = new ArrayList<>();
    for (String url : values.all("indexes")) {
      if (IndexAddress.of(url).isEmpty()) {
        throw values.wrong("indexes", "an index is an address such as https://HOST/simple");
      }
      indexes.add(url);
    }
    for (String name : List.of("fallback", "mirrors")) {
      for (String text : values.all(name)) {
        indexes.add(values.pair(name, text, NAME, "ARG=VALUE").getValue());
      }
    }
    return indexes;
  }

  private static String usual(Path context) throws UseCaseException {
    for (String name : USUAL) {
      if (Files.exists(context.resolve(name))) {
        return name;
      }
    }
    throw UseCaseException.input(
        "There is no "
            + String.join(" and no ", USUAL)
            + " in "
            + context
            + ": name a Dockerfile.");
  }

  private Path path(String parameter, String name) throws UseCaseException {
    try {
      return folder.resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw values.wrong(parameter, "that is no path");
    }
  }
}
