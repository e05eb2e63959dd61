package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.dockerfile.PhaseSettings;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Build;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Destination;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Publication;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Pull;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes a request out of parameters by name, as a command line or a step gives them, and refuses
 * what cannot be right in one sentence that names the parameter.
 */
public final class RequestReader {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+:[0-9A-Fa-f.:]+");

  private static final List<Parameter> KNOWN =
      Parameters.joined(
          Parameters.joined(Parameters.PREPARE, Parameters.PREPARE_SETTINGS), Parameters.CALLER);

  private final Values values;
  private final Path here;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param here what relative paths start from
   * @param naming how whoever gave the parameters calls them
   */
  public RequestReader(
      Map<String, List<String>> values, Path here, Function<Parameter, String> naming) {
    this(new Values(values, KNOWN, naming), here.toAbsolutePath().normalize());
  }

  private RequestReader(Values values, Path here) {
    this.values = values;
    this.here = here;
  }

  /** The request; nothing was started and nothing but the existence of files looked at. */
  public PrepareRequest read() throws UseCaseException {
    Optional<PresetChoice> preset = PresetChoice.of(values, here);
    if (preset.isEmpty()) {
      return request(preset);
    }
    Map<String, List<String>> complete = preset.get().complete(values.byName());
    return new RequestReader(new Values(complete, KNOWN, values.naming()), here).request(preset);
  }

  private PrepareRequest request(Optional<PresetChoice> preset) throws UseCaseException {
    PrepareRequest whole =
        new PrepareRequest(
            new RecipeValues(values, here).recipe(preset, VARIABLE),
            destination(),
            build(),
            publication(),
            values.one("label").orElse("AI Processor"),
            values.isSet("force"),
            values.isSet("dryRun"),
            Optional.empty(),
            values::called);
    Optional<String> until = values.one("until");
    return until.isPresent() ? part(whole, until.get()) : whole;
  }

  private PrepareRequest part(PrepareRequest whole, String until) throws UseCaseException {
    if (whole.recipe().platforms().size() > 1) {
      throw values.wrong("until", "several platforms have no phase together: name one of them");
    }
    if (whole.force()) {
      throw values.wrong(
          "until",
          "with "
              + values.called("force")
              + " no run would go on from the phase: leave one of them out");
    }
    return whole.until(until);
  }

  private Destination destination() throws UseCaseException {
    String image = values.one("image").orElse("ai-security-processor");
    Optional<String> registry = values.one("registry");
    LinkedHashSet<String> tags = new LinkedHashSet<>(values.all("tags"));
    if (tags.isEmpty()) {
      tags.add("latest");
    }
    String parameter = "image";
    try {
      ImageReference.requireRepository(image);
      parameter = "registry";
      if (registry.isPresent()) {
        RegistryHost.parse(registry.get());
      }
      parameter = "tags";
      for (String tag : tags) {
        ImageReference.requireTag(tag);
        if (CacheTags.isOwn(tag)) {
          throw values.wrong(
              "tags",
              "\""
                  + tag
                  + "\" looks like a content key or an image's id; those are set by themselves");
        }
      }
    } catch (InvalidReferenceException e) {
      throw values.wrong(parameter, e.getMessage());
    }
    return new Destination(image, registry, new ArrayList<>(tags), CacheFrom.read(values));
  }

  private Build build() throws UseCaseException {
    String builder = values.one("builder").orElse("auto");
    if (!Engines.BUILDERS.contains(builder)) {
      throw values.wrong(
          "builder",
          "\"" + builder + "\" is not known: choose one of " + String.join(", ", Engines.BUILDERS));
    }
    List<String> hosts = values.all("addHosts");
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw values.wrong("addHosts", "\"" + host + "\" is none: write NAME:ADDRESS");
      }
    }
    return new Build(
        builder,
        values.one("network"),
        secrets(),
        hosts,
        new PhasePolicy(
            time("timeout", "1000s"),
            time("stallTimeout", "300s"),
            values.count("retries", values.one("retries").orElse("5")),
            fallbacks("fallback")),
        values.all("fallback").isEmpty() ? fallbacks("mirrors") : List.of(),
        phases(),
        time("totalTimeout", "2h"),
        PipSettings.read(values),
        values.resources("needs"),
        values.resources("budget"));
  }

  private Duration time(String parameter, String standard) throws UseCaseException {
    return values.duration(parameter, values.one(parameter).orElse(standard));
  }

  private List<PhasePolicy.Fallback> fallbacks(String parameter) throws UseCaseException {
    List<PhasePolicy.Fallback> fallbacks = new ArrayList<>();
    for (String fallback : values.all(parameter)) {
      Map.Entry<String, String> pair = values.pair(parameter, fallback, VARIABLE, "ARG=VALUE");
      if (pair.getValue().isBlank()) {
        throw values.wrong(parameter, pair.getKey() + " has no value: write ARG=VALUE");
      }
      fallbacks.add(new PhasePolicy.Fallback(pair.getKey(), pair.getValue()));
    }
    return fallbacks;
  }

  private Map<String, Path> secrets() throws UseCaseException {
    Map<String, Path> secrets = new LinkedHashMap<>();
    for (Map.Entry<String, String> secret : values.pairs("secrets", SECRET, "ID=FILE").entrySet()) {
      Path file = new RecipeValues(values, here).path("secrets", secret.getValue());
      if (secret.getValue().isBlank() || Files.isDirectory(file) || !Files.isReadable(file)) {
        throw values.wrong("secrets", "the file for " + secret.getKey() + " cannot be read");
      }
      secrets.put(secret.getKey(), file);
    }
    return secrets;
  }

  private Map<String, PhaseSettings> phases() throws UseCaseException {
    Map<String, PhaseSettings> phases = new LinkedHashMap<>();
    for (String text : values.all("phases")) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw values.wrong(
            "phases", "\"" + text + "\" is none: write NAME:timeout=20m,stall=5m,retries=2");
      }
      try {
        PhaseSettings settings =
            PhaseSettings.parse(List.of(text.substring(colon + 1).split(",", -1)));
        if (phases.put(text.substring(0, colon), settings) != null) {
          throw values.wrong("phases", text.substring(0, colon) + " is given twice");
        }
      } catch (IllegalArgumentException e) {
        throw values.wrong("phases", text.substring(0, colon) + ": " + e.getMessage());
      }
    }
    return phases;
  }

  private Publication publication() throws UseCaseException {
    String pull = values.one("pull").orElse("never").toUpperCase(Locale.ROOT);
    Pull wanted = null;
    for (Pull known : Pull.values()) {
      wanted = known.name().equals(pull) ? known : wanted;
    }
    if (wanted == null) {
      throw values.wrong("pull", "choose never, missing or always");
    }
    if (values.isSet("requireRegistry") && values.one("registry").isEmpty()) {
      throw values.wrong("requireRegistry", "no registry is named");
    }
    if (values.all("smokeTest").stream().anyMatch(String::isBlank)) {
      throw values.wrong("smokeTest", "a command line is blank: write one, or leave it out");
    }
    Optional<String> maxSize = values.one("maxSize");
    return new Publication(
        wanted,
        values.all("smokeTest"),
        maxSize.isPresent()
            ? Optional.of(values.bytes("maxSize", maxSize.get()))
            : Optional.empty(),
        !values.isSet("push"),
        values.isSet("requireRegistry"));
  }
}
