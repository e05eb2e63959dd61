package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a request out of parameters by name, and refuses in one sentence what cannot be right. */
public final class CleanReader {
  private static final int MOST_KEPT = 1_000_000;

  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public CleanReader(Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.values =
        new Values(values, Parameters.joined(Parameters.CLEAN, Parameters.CALLER), naming);
  }

  /** The request; nothing was started. */
  public CleanRequest read() throws UseCaseException {
    Optional<RegistryHost> registry = registry();
    Set<String> images = images();
    if (registry.isPresent() && images.isEmpty()) {
      throw values.wrong("image", "name each repository of " + registry.get() + " to clean");
    }
    return new CleanRequest(
        registry,
        List.copyOf(images),
        retention(),
        untilFree(registry.isPresent()),
        builder(),
        values.isSet("dryRun"));
  }

  private Optional<RegistryHost> registry() throws UseCaseException {
    try {
      return values.one("registry").map(RegistryHost::parse);
    } catch (InvalidReferenceException e) {
      throw values.wrong("registry", e.getMessage());
    }
  }

  private Set<String> images() throws UseCaseException {
    Set<String> images = new LinkedHashSet<>();
    try {
      values.all("image").stream()
          .filter(name -> !name.isBlank())
          .map(ImageReference::requireRepository)
          .forEach(images::add);
    } catch (InvalidReferenceException e) {
      throw values.wrong("image", e.getMessage());
    }
    return images;
  }

  private Retention retention() throws UseCaseException {
    Duration olderThan = values.duration("olderThan", values.one("olderThan").orElse("30d"));
    if (olderThan.compareTo(Retention.YOUNGEST) < 0) {
      throw values.wrong(
          "olderThan",
          "what is younger than 1h may be part of a build under way: write 1h or more");
    }
    int keep = values.count("keep", values.one("keep").orElse("10"), MOST_KEPT);
    return new Retention(olderThan, keep);
  }

  private Optional<Long> untilFree(boolean inRegistry) throws UseCaseException {
    Optional<String> size = values.one("untilFree");
    if (size.isPresent() && inRegistry) {
      throw values.wrong("untilFree", "what a registry's disk has free is not known here");
    }
    return size.isPresent() ? Optional.of(values.bytes("untilFree", size.get())) : Optional.empty();
  }

  private String builder() throws UseCaseException {
    String builder = values.one("builder").orElse("auto");
    if (!Engines.BUILDERS.contains(builder)) {
      throw values.wrong(
          "builder",
          "\"" + builder + "\" is not known: choose one of " + String.join(", ", Engines.BUILDERS));
    }
    return builder;
  }
}
