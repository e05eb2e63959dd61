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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a use case out of parameters by name, and refuses in one sentence what cannot be right. */
public final class PushReader {
  private final Values values;
  private final List<RegistryHost> hosts = new ArrayList<>();

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public PushReader(Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.values = new Values(values, Parameters.joined(Parameters.PUSH, Parameters.CALLER), naming);
  }

  /** The use case; nothing was started. */
  public UseCase read(Machine machine) throws UseCaseException {
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
    return new Push(
        new PushRequest(
            from.isPresent() ? "promote" : "push",
            deliveries,
            builder(),
            values.duration("totalTimeout", values.one("totalTimeout").orElse("2h")),
            values.duration("stallTimeout", values.one("stallTimeout").orElse("300s")),
            values.one("label"),
            values.isSet("dryRun")),
        machine);
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
  }

  private Delivery promotion(String from) throws UseCaseException {
    String name = withoutScheme(from);
    Optional<ImageReference> reference = reference("from", name);
    if (reference.isEmpty()) {
      throw values.wrong(
          "from", "\"" + from + "\" names no registry: write HOST/REPOSITORY:TAG or @DIGEST");
    }
    Target where = target(host(from, reference.get()), reference.get().repository());
    List<Target> targets = targets(Optional.of(where), where.repository());
    List<String> tags = tags(targets.contains(where) ? Optional.empty() : tag(reference));
    return new Delivery(
        new Wanted.InRegistry(name, where, reference.get().reference()), targets, tags);
  }

  private Delivery delivery(String image) throws UseCaseException {
    Optional<ImageReference> reference = reference("image", image);
    Optional<Target> own =
        reference.isPresent()
            ? Optional.of(target(host(image, reference.get()), reference.get().repository()))
            : Optional.empty();
    String repository =
        reference.map(ImageReference::repository).orElseGet(() -> prefixed(plain(image)));
    List<Target> targets = targets(own, repository);
    Optional<ImageReference> parsed =
        reference.or(() -> isId(image) ? Optional.empty() : hub(image));
    List<String> tags = tags(tag(parsed));
    // Not the engine's own words but exactly that content: it may never have been in this engine.
    boolean exact = own.isPresent() && reference.get().digest().isPresent();
    return new Delivery(
        exact
            ? new Wanted.InRegistry(image, own.get(), reference.get().reference())
            : new Wanted.InEngine(image, names(image, own)),
        targets,
        tags);
  }

  /** As prepare calls it, and then as it stands: another program may have built it. */
  private List<String> names(String image, Optional<Target> own) {
    String likelier = own.isPresent() || isId(image) ? image : prefixed(image);
    return likelier.equals(image) ? List.of(image) : List.of(likelier, image);
  }

  private String prefixed(String name) {
    String prefix = values.all("prefix").stream().findFirst().orElse("");
    return prefix.isBlank() || name.isEmpty() || name.startsWith(prefix + "/")
        ? name
        : prefix + "/" + name;
  }

  /** Empty for a name without a registry, and for an id. */
  private Optional<ImageReference> reference(String parameter, String image)
      throws UseCaseException {
    if (isId(image)) {
      return Optional.empty();
    }
    try {
      ImageReference reference = ImageReference.parse(image);
      return image.startsWith(reference.registry() + "/")
          ? Optional.of(reference)
          : Optional.empty();
    } catch (InvalidReferenceException e) {
      throw values.wrong(parameter, e.getMessage());
    }
  }

  private static Optional<ImageReference> hub(String image) {
    return Optional.of(ImageReference.parse(image));
  }

  private static Optional<String> tag(Optional<ImageReference> reference) {
    return reference.map(found -> found.tag().orElse(found.digest().isPresent() ? "" : "latest"));
  }

  private static boolean isId(String image) {
    String hex = image.startsWith("sha256:") ? image.substring(7) : image;
    return hex.matches(image.equals(hex) ? "[0-9a-f]{12}|[0-9a-f]{64}" : "[0-9a-f]{12,64}");
  }

  /** The repository of a name without a registry, as it was written. */
  private static String plain(String image) {
    if (isId(image)) {
      return "";
    }
    int colon = image.lastIndexOf(':');
    String named = image.indexOf('@') >= 0 ? image.substring(0, image.indexOf('@')) : image;
    return colon > named.lastIndexOf('/') && colon < named.length()
        ? named.substring(0, colon)
        : named;
  }

  private static String withoutScheme(String name) {
    int scheme = name.indexOf("://");
    return scheme < 0 ? name : name.substring(scheme + 3);
  }

  /** As it was named among the registries, or with its own scheme, or by its name alone. */
  private RegistryHost host(String written, ImageReference reference) {
    int scheme = written.indexOf("://");
    if (scheme >= 0) {
      return RegistryHost.parse(written.substring(0, scheme + 3) + reference.registry());
    }
    RegistryHost own = RegistryHost.of(reference);
    return hosts.stream().filter(host -> host.name().equals(own.name())).findFirst().orElse(own);
  }

  private List<Target> targets(Optional<Target> own, String repository) throws UseCaseException {
    String path = values.one("repository").map(this::prefixed).orElse(repository);
    if (path.isEmpty()) {
      throw values.wrong("repository", "an image that is named by its id needs one");
    }
    if (hosts.isEmpty() && own.isEmpty()) {
      throw values.wrong("registry", "name the registry to push to: the image's name has none");
    }
    Set<Target> targets = new LinkedHashSet<>();
    for (RegistryHost host : hosts.isEmpty() ? List.of(own.get().host()) : hosts) {
      targets.add(target(host, path));
    }
    return List.copyOf(targets);
  }

  private Target target(RegistryHost host, String repository) throws UseCaseException {
    try {
      return new Target(host, repository);
    } catch (InvalidReferenceException e) {
      throw values.wrong(values.isSet("repository") ? "repository" : "image", e.getMessage());
    }
  }

  private List<String> tags(Optional<String> own) throws UseCaseException {
    Set<String> tags = new LinkedHashSet<>();
    values.all("tags").stream().filter(tag -> !tag.isBlank()).forEach(tags::add);
    if (tags.isEmpty()) {
      own.filter(tag -> !tag.isEmpty() && !CacheTags.isOwn(tag)).ifPresent(tags::add);
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
