package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.start.compose.ComposeException;
import io.jenkins.plugins.aiimage.start.compose.ComposeFile;
import io.jenkins.plugins.aiimage.start.compose.ComposeReader;
import io.jenkins.plugins.aiimage.start.compose.Service;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Makes a use case out of parameters by name, and refuses in one sentence what cannot be right. */
public final class StartReader {
  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  private static final List<String> PULLS = List.of("missing", "never", "always");
  private static final int LONGEST_FILE = 1 << 20;
  private static final int RUN_LETTERS = 8;
  private static final Duration LONGEST_KEEP = Duration.ofDays(7);

  private final Path folder;
  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param folder that relative paths start from
   * @param naming how whoever gave the parameters calls them
   */
  public StartReader(
      Map<String, List<String>> values, Path folder, Function<Parameter, String> naming) {
    this.folder = folder.toAbsolutePath();
    this.values =
        new Values(
            values,
            Parameters.joined(
                Parameters.joined(Parameters.START, Parameters.START_SETTINGS), Parameters.CALLER),
            naming);
  }

  /** The use case; nothing was started. */
  public UseCase read(Machine machine) throws UseCaseException {
    return new Start(request(machine.environment()), machine);
  }

  StartRequest request(Map<String, String> environment) throws UseCaseException {
    Path file = file();
    ComposeFile compose = compose(file, environment);
    List<Trial> tests = tests(compose);
    String pull = values.one("pull").orElse("missing");
    if (!PULLS.contains(pull)) {
      throw values.wrong("pull", "\"" + pull + "\" is none of " + String.join(", ", PULLS));
    }
    return new StartRequest(
        values.one("label").orElse(ServiceEvent.ServicesStarted.LABEL),
        (file.startsWith(folder) ? folder.relativize(file) : file).toString(),
        compose,
        plan(file, compose, tests),
        tests,
        run(),
        values.one("run").isPresent(),
        keep(),
        pull,
        time("startTimeout", "2m"),
        time("testTimeout", "5m"),
        time("totalTimeout", "30m"),
        values.isSet("freePorts"),
        values.isSet("overcommit"),
        values.isSet("removeVolumes"),
        values.isSet("dryRun"));
  }

  private Duration time(String name, String standard) throws UseCaseException {
    return values.duration(name, values.one(name).orElse(standard));
  }

  private Path file() throws UseCaseException {
    Optional<String> named = values.one("file");
    try {
      for (String name : named.map(List::of).orElse(NAMES)) {
        Path file = folder.resolve(name).normalize();
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
          return file;
        }
      }
    } catch (InvalidPathException e) {
      throw values.wrong("file", "\"" + named.orElse("") + "\" is no path");
    }
    throw values.wrong(
        "file",
        named.isPresent()
            ? folder.resolve(named.get()).normalize() + " is no file that can be read"
            : "there is no " + NAMES.get(0) + " in " + folder + "; name the Compose file");
  }

  private static ComposeFile compose(Path file, Map<String, String> environment)
      throws UseCaseException {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw UseCaseException.input(file + " is too long for a Compose file.");
      }
      Path parent = file.toAbsolutePath().getParent();
      return new ComposeReader(parent, environment).read(Files.readString(file));
    } catch (IOException e) {
      throw UseCaseException.input(file + " is no text in UTF-8 that can be read.");
    } catch (ComposeException e) {
      String at = e.line() == 0 ? "" : ":" + e.line();
      throw UseCaseException.input(file + at + ": " + e.getMessage() + ".");
    }
  }

  /** Before the first colon stands a service; what follows is a command for its shell. */
  private List<Trial> tests(ComposeFile compose) throws UseCaseException {
    List<Trial> tests = new ArrayList<>();
    for (String words : values.all("tests")) {
      int colon = words.indexOf(':');
      String service = (colon < 0 ? words : words.substring(0, colon)).strip();
      String command = colon < 0 ? "" : words.substring(colon + 1).strip();
      if (!compose.services().containsKey(service) || (colon >= 0 && command.isEmpty())) {
        throw values.wrong(
            "tests",
            "\""
                + words
                + "\" is not of the form SERVICE:COMMAND or SERVICE, with a service of the file");
      }
      tests.add(new Trial(words, service, colon < 0 ? Optional.empty() : Optional.of(command)));
    }
    return tests;
  }

  private Plan plan(Path file, ComposeFile compose, List<Trial> tests) throws UseCaseException {
    List<String> profiles = values.all("profiles");
    Set<String> wanted = new LinkedHashSet<>(named(compose));
    if (wanted.isEmpty()) {
      for (Service service : compose.services().values()) {
        if (service.profiles().isEmpty()
            || service.profiles().stream().anyMatch(profiles::contains)) {
          wanted.add(service.name());
        }
      }
    }
    tests.stream().filter(test -> test.command().isPresent()).forEach(t -> wanted.add(t.service()));
    try {
      Plan plan = Plan.of(compose.services(), wanted, new LinkedHashSet<>(Trial.services(tests)));
      if (plan.stages().isEmpty() && plan.tests().isEmpty()) {
        throw values.wrong("profiles", "every service has a profile; name the profiles to start");
      }
      return plan;
    } catch (IllegalArgumentException e) {
      throw UseCaseException.input(file + ": " + e.getMessage() + ".");
    }
  }

  private List<String> named(ComposeFile compose) throws UseCaseException {
    for (String name : values.all("services")) {
      if (!compose.services().containsKey(name)) {
        throw values.wrong(
            "services",
            "there is no service \""
                + name
                + "\"; there are "
                + String.join(", ", compose.services().keySet()));
      }
    }
    return values.all("services");
  }

  private String run() throws UseCaseException {
    String run = values.one("run").orElse(UUID.randomUUID().toString().substring(0, RUN_LETTERS));
    if (!StopReader.isRun(run)) {
      throw values.wrong("run", "\"" + run + "\" is not made of letters, digits and hyphens");
    }
    return run;
  }

  private Optional<Duration> keep() throws UseCaseException {
    Optional<String> text = values.one("keep");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Duration keep = values.duration("keep", text.get());
    if (keep.compareTo(LONGEST_KEEP) > 0) {
      throw values.wrong("keep", "write 7d at most");
    }
    return Optional.of(keep);
  }
}
