package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.push.PushRequest.Wanted;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a use case out of parameters by name, and refuses in one sentence what cannot be right. */
public final class PushReader {
  private static final List<Parameter> OPTIONS =
      Parameters.joined(Parameters.PUSH, Parameters.PUSH_SETTINGS);

  private final Values values;
  private final List<RegistryHost> hosts = new ArrayList<>();

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public PushReader(Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.values = new Values(values, Parameters.joined(OPTIONS, Parameters.CALLER), naming);
  }

  /** The use case; nothing was started. */
  public UseCase read(Machine machine) throws UseCaseException {
    return new Push(request(), machine);
  }

  PushRequest request() throws UseCaseException {
    readHosts();
    Optional<String> from = values.one("from");
    List<String> images = values.all("image").stream().filter(name -> !name.isBlank()).toList();
    if (from.isPresent() && !images.isEmpty()) {
      throw values.wrong(
          "from", "give it, or " + values.called("image") + ", but not both: each is a source");
    }
    if (from.isEmpty() && images.isEmpty()) {
      throw values.wrong(
          "image",
          "name the image to push, or by "
              + values.called("from")
              + " one that a registry has already");
    }
    List<Delivery> deliveries = new ArrayList<>();
    if (from.isPresent()) {
      deliveries.add(promotion(from.get()));
    }
    for (String image : new LinkedHashSet<>(images)) {
      deliveries.add(delivery(image));
    }
    requireOneEach(deliveries);
    return new PushRequest(
        from.isPresent() ? "promote" : "push",
        deliveries,
        builder(),
        values.duration("totalTimeout", values.one("totalTimeout").orElse("2h")),
        values.duration("stallTimeout", values.one("stallTimeout").orElse("300s")),
        values.one("label"),
        values.isSet("dryRun"));
  }

  private void readHosts() throws UseCaseException {
    try {
      for (String registry : values.all("registry")) {
        if (!registry.isBlank()) {
          hosts.add(RegistryHost.parse(registry));
        }
      }
    } catch (InvalidReferenceException e) {
      throw values.wrong("registry", e.getMessage());
    }
    Map<String, RegistryHost> byName = new HashMap<>();
    for (RegistryHost host : hosts) {
      RegistryHost before = byName.putIfAbsent(host.name(), host);
      if (before != null && !before.equals(host)) {
        throw values.wrong("registry", host + " is given with http:// and without: choose one");
      }
    }
  }

  private Delivery promotion(String from) throws UseCaseException {
    ImageName name = name("from", from);
    if (!name.hasRegistry()) {
      throw values.wrong(
          "from", "\"" + from + "\" names no registry: write HOST/REPOSITORY:TAG or @DIGEST");
    }
    Wanted.InRegistry image = inRegistry(name, own(name));
    List<Target> targets = targets(name);
    // There its tag points at it already.
    boolean stays = targets.equals(List.of(image.where()));
    List<String> tags = tags(stays ? Optional.empty() : name.tag());
    return new Delivery(image, targets, tags);
  }

  private Delivery delivery(String image) throws UseCaseException {
    ImageName name = name("image", image);
    List<Target> targets = targets(name);
    return new Delivery(wanted(name), targets, tags(name.tag()));
  }

  private Wanted wanted(ImageName name) throws UseCaseException {
    if (name.reference().isEmpty()) {
      return new Wanted.Exact(name.text(), List.of(name.text()), List.of());
    }
    if (name.hasRegistry()) {
      Wanted.InRegistry there = inRegistry(name, own(name));
      // Not the engine's own words but exactly that content: it may never have been in this engine.
      return name.hasDigest()
          ? there
          : new Wanted.Named(name.text(), List.of(name.inEngine(Optional.empty())), List.of(there));
    }
    Set<String> candidates = new LinkedHashSet<>();
    List<Wanted.InRegistry> there = new ArrayList<>();
    // As prepare calls it, and then as it stands: another program may have built it.
    ImageName likelier = prefixed(name);
    for (ImageName candidate : List.of(likelier, name)) {
      candidates.add(candidate.inEngine(Optional.empty()));
      hosts.forEach(host -> candidates.add(candidate.inEngine(Optional.of(host))));
    }
    for (RegistryHost host : hosts) {
      there.add(inRegistry(likelier, new Target(host, likelier.repository())));
    }
    return name.hasDigest()
        ? new Wanted.Exact(name.text(), List.copyOf(candidates), there)
        : new Wanted.Named(name.text(), List.copyOf(candidates), there);
  }

  private ImageName prefixed(ImageName name) {
    return name.reference().isEmpty() || name.hasRegistry()
        ? name
        : ImageName.parse(prefixed(name.text()));
  }

  private String prefixed(String name) {
    String prefix = values.all("prefix").stream().findFirst().orElse("");
    return prefix.isBlank() || name.startsWith(prefix + "/") ? name : prefix + "/" + name;
  }

  private static Wanted.InRegistry inRegistry(ImageName name, Target where) {
    return new Wanted.InRegistry(name.text(), where, name.reference().orElseThrow().reference());
  }

  private ImageName name(String parameter, String written) throws UseCaseException {
    try {
      ImageName name = ImageName.parse(written);
      if (name.hasRegistry() || name.scheme().isEmpty()) {
        return name;
      }
    } catch (InvalidReferenceException e) {
      throw values.wrong(parameter, e.getMessage());
    }
    throw values.wrong(
        parameter, "\"" + written + "\" names no registry: write HOST:PORT/REPOSITORY:TAG");
  }

  /** Where a name with a registry is: spoken to as written, or as named among the registries. */
  private Target own(ImageName name) {
    ImageReference reference = name.reference().orElseThrow();
    RegistryHost plain = RegistryHost.parse(name.scheme() + reference.registry());
    RegistryHost host =
        name.scheme().isEmpty()
            ? hosts.stream()
                .filter(named -> named.name().equals(plain.name()))
                .findFirst()
                .orElse(plain)
            : plain;
    return new Target(host, reference.repository());
  }

  private List<Target> targets(ImageName name) throws UseCaseException {
    Optional<String> asked = values.one("repository").map(this::prefixed);
    String path = asked.orElseGet(() -> prefixed(name).repository());
    if (path.isEmpty()) {
      throw values.wrong("repository", "an image that is named by its id needs one");
    }
    if (hosts.isEmpty() && !name.hasRegistry()) {
      throw values.wrong("registry", "name the registry to push to: the image's name has none");
    }
    Set<Target> targets = new LinkedHashSet<>();
    for (RegistryHost host : hosts.isEmpty() ? List.of(own(name).host()) : hosts) {
      targets.add(target(host, path));
    }
    return List.copyOf(targets);
  }

  private Target target(RegistryHost host, String repository) throws UseCaseException {
    try {
      return new Target(host, repository);
    } catch (InvalidReferenceException e) {
      throw values.wrong("repository", e.getMessage());
    }
  }

  private List<String> tags(Optional<String> own) throws UseCaseException {
    Set<String> tags = new LinkedHashSet<>();
    values.all("tags").stream().filter(tag -> !tag.isBlank()).forEach(tags::add);
    if (tags.isEmpty()) {
      own.filter(tag -> !CacheTags.isOwn(tag)).ifPresent(tags::add);
    }
    if (tags.isEmpty()) {
      throw values.wrong("tags", "name a tag to set");
    }
    try {
      for (String tag : tags) {
        ImageReference.requireTag(tag);
        if (CacheTags.isOwn(tag)) {
          throw values.wrong(
              "tags", "\"" + tag + "\" is of the kind that this program sets by itself");
        }
      }
    } catch (InvalidReferenceException e) {
      throw values.wrong("tags", e.getMessage());
    }
    return List.copyOf(tags);
  }

  /** Two images under one name would be a matter of luck. */
  private void requireOneEach(List<Delivery> deliveries) throws UseCaseException {
    Set<String> names = new LinkedHashSet<>();
    for (Delivery delivery : deliveries) {
      for (Target target : delivery.targets()) {
        for (String tag : delivery.tags()) {
          if (!names.add(target.tagged(tag))) {
            throw values.wrong("image", "two of the images would be " + target.tagged(tag));
          }
        }
      }
    }
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
