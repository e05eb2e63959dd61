package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
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

/** Makes a use case out of parameters by name, and refuses in one sentence what cannot be right. */
public final class TrivyReader {
  private final Path folder;
  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param folder that relative paths start from
   * @param naming how whoever gave the parameters calls them
   */
  public TrivyReader(
      Map<String, List<String>> values, Path folder, Function<Parameter, String> naming) {
    this.folder = folder.toAbsolutePath();
    this.values =
        new Values(values, Parameters.joined(Parameters.TRIVY, Parameters.CALLER), naming);
  }

  /** The use case; nothing was started. */
  public UseCase read(Machine machine) throws UseCaseException {
    return new Trivy(request(machine.environment()), machine);
  }

  TrivyRequest request(Map<String, String> environment) throws UseCaseException {
    List<TrivyRequest.Wanted> databases = new ArrayList<>();
    for (Database database : Database.values()) {
      if (isWanted(database)) {
        databases.add(wanted(database));
      } else if (!sources("sources", database).isEmpty()) {
        throw unwanted("sources", database);
      } else if (!sources("mirrorTo", database).isEmpty()) {
        throw unwanted("mirrorTo", database);
      }
    }
    Path cache = cache(environment);
    Optional<Path> export = export();
    return new TrivyRequest(
        export.map(Export::folder).orElse(cache),
        view(cache),
        databases,
        archive(),
        export,
        values.duration("maxAge", values.one("maxAge").orElse("7d")),
        file("envFile"),
        values.isSet("dryRun"),
        values.one("label").orElse(DatabaseEvent.DatabasesStarted.LABEL));
  }

  private Optional<Path> view(Path cache) throws UseCaseException {
    Optional<Path> view = path("view");
    if (view.isPresent() && view.get().equals(cache)) {
      throw values.wrong("view", "name another folder than the cache folder itself");
    }
    for (Path at = view.orElse(null); at != null; at = at.getParent()) {
      if (Files.exists(at) && !(Files.isDirectory(at) && Files.isWritable(at))) {
        throw values.wrong("view", at + " is no folder that can be written");
      }
      if (Files.exists(at)) {
        break;
      }
    }
    return view;
  }

  private Optional<Path> export() throws UseCaseException {
    Optional<Path> file = file("exportTo");
    for (String useless : List.of("importFrom", "view", "envFile")) {
      if (file.isPresent() && values.one(useless).isPresent()) {
        throw values.wrong(
            "exportTo", "nothing is put in place; leave out " + values.called(useless));
      }
    }
    return file;
  }

  private Optional<OciArchive> archive() throws UseCaseException {
    Optional<Path> file = path("importFrom");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (!values.all("sources").isEmpty()) {
      throw values.wrong("importFrom", "no source is asked; leave out " + values.called("sources"));
    }
    if (!Files.isReadable(file.get()) || Files.isDirectory(file.get())) {
      throw values.wrong("importFrom", file.get() + " is no file that can be read");
    }
    try {
      return Optional.of(OciArchive.open(file.get()));
    } catch (ArtifactException e) {
      throw values.wrong("importFrom", withoutDot(e.getMessage()));
    }
  }

  private static String withoutDot(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private boolean isWanted(Database database) {
    return switch (database) {
      case VULNERABILITIES -> true;
      case JAVA -> values.isSet("javaDb");
      case CHECKS -> values.isSet("checks");
    };
  }

  private UseCaseException unwanted(String parameter, Database database) {
    return values.wrong(
        parameter,
        "the database "
            + database.words()
            + " is not asked for; add "
            + values.called(database == Database.JAVA ? "javaDb" : "checks"));
  }

  private TrivyRequest.Wanted wanted(Database database) throws UseCaseException {
    List<Source> chosen = sources("sources", database);
    List<Source> mirrors = sources("mirrorTo", database);
    if (mirrors.size() > 1) {
      throw values.wrong("mirrorTo", "give one for each database");
    }
    if (mirrors.stream().anyMatch(Source::isDigest)) {
      throw values.wrong("mirrorTo", "name a tag: a digest cannot be set");
    }
    List<Source> standard = new ArrayList<>();
    database.standardSources().forEach(source -> standard.add(Source.parse(source)));
    return new TrivyRequest.Wanted(
        database,
        chosen.isEmpty() ? standard : chosen,
        !chosen.isEmpty(),
        mirrors.stream().findFirst());
  }

  /** Those that are given for one database. */
  private List<Source> sources(String parameter, Database database) throws UseCaseException {
    List<Source> sources = new ArrayList<>();
    for (String text : values.all(parameter)) {
      if (text.isBlank()) {
        continue;
      }
      try {
        NamedSource named = NamedSource.parse(text);
        if (named.database() == database) {
          sources.add(named.source());
        }
      } catch (IllegalArgumentException e) {
        throw values.wrong(parameter, e.getMessage());
      }
    }
    return sources;
  }

  private Path cache(Map<String, String> environment) throws UseCaseException {
    Optional<Path> given = path("cacheDir");
    if (given.isPresent()) {
      return given.get();
    }
    String own = environment.getOrDefault("TRIVY_CACHE_DIR", "");
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path cache =
        own.isEmpty()
            ? (caches.isEmpty() ? Path.of(home, ".cache") : Path.of(caches)).resolve("trivy")
            : Path.of(own);
    return folder.resolve(cache).normalize();
  }

  private Optional<Path> path(String parameter) throws UseCaseException {
    try {
      return values.one(parameter).map(text -> folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      throw values.wrong(parameter, "it is no path");
    }
  }

  /**
   * One to write, so that it is known before anything starts that it cannot be. The folder that
   * paths start from may still be missing: a new workspace is.
   */
  private Optional<Path> file(String parameter) throws UseCaseException {
    Optional<Path> file = path(parameter);
    if (file.isPresent()
        && (file.get().getParent() == null
            || !(Files.isDirectory(file.get().getParent())
                || file.get().getParent().equals(folder.normalize()))
            || Files.isDirectory(file.get()))) {
      throw values.wrong(
          parameter, file.get() + " cannot be written; name a file in a folder that exists");
    }
    return file;
  }
}
