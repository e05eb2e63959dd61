package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what registries lack of an image: one round trip each where they lack nothing. */
record Planner(Registries registries) {

  /** The steps of a delivery, the first target's first. */
  List<Step> plan(Delivery delivery, Source source) throws RegistryException {
    List<Step> steps = new ArrayList<>();
    Optional<Source.Registered> known =
        source instanceof Source.Registered registered ? Optional.of(registered) : Optional.empty();
    for (Target target : delivery.targets()) {
      Step step =
          known.isPresent()
              ? step(delivery, target, known.get())
              : source instanceof Source.Local local && steps.isEmpty()
                  ? first(delivery, target, local)
                  : likeTheFirst(delivery, target);
      steps.add(step);
      if (known.isEmpty() && step.way() instanceof Way.There there) {
        known = Optional.of(there.image());
      }
    }
    return steps;
  }

  /** What to do for a target, now that it is known which manifest it is. */
  Step step(Delivery delivery, Target target, Source.Registered source) throws RegistryException {
    RegistryCache cache = registries.of(target);
    String digest = source.digest();
    boolean here = source.where().equals(target);
    Map<String, String> found = find(cache, here ? List.of() : List.of(digest), delivery.tags());
    Way way =
        here
            ? new Way.There(source)
            : found.containsKey(digest)
                ? new Way.There(Source.Registered.known(target, cache.images(), digest))
                : new Way.FromRegistry(source, source.where().host().equals(target.host()));
    return new Step(delivery.image().name(), target, cache, way, delivery.tags(), found);
  }

  private Step likeTheFirst(Delivery delivery, Target target) throws RegistryException {
    RegistryCache cache = registries.of(target);
    return new Step(
        delivery.image().name(),
        target,
        cache,
        new Way.LikeTheFirst(),
        delivery.tags(),
        find(cache, List.of(), delivery.tags()));
  }

  private Step first(Delivery delivery, Target target, Source.Local source)
      throws RegistryException {
    RegistryCache cache = registries.of(target);
    Map<String, Target> digests = digests(source.image(), target);
    List<String> references = new ArrayList<>(digests.keySet());
    if (references.isEmpty()) {
      references.add(CacheTags.ofId(source.image().id()));
    }
    Map<String, String> found = find(cache, references, delivery.tags());
    Way way = way(source, target, cache, digests, found);
    return new Step(delivery.image().name(), target, cache, way, delivery.tags(), found);
  }

  private Way way(
      Source.Local source,
      Target target,
      RegistryCache cache,
      Map<String, Target> digests,
      Map<String, String> found)
      throws RegistryException {
    for (String digest : digests.keySet()) {
      if (found.containsKey(digest)) {
        return new Way.There(Source.Registered.known(target, cache.images(), digest));
      }
    }
    String own = CacheTags.ofId(source.image().id());
    Optional<String> last =
        digests.isEmpty() ? Optional.ofNullable(found.get(own)) : digest(cache, own);
    Optional<Source.Registered> sent = sent(target, cache, last, source.image().id());
    if (sent.isPresent()) {
      return new Way.There(sent.get());
    }
    for (Map.Entry<String, Target> other : digests.entrySet()) {
      Target where = other.getValue();
      if (where.host().equals(target.host()) && !where.equals(target)) {
        Repository sibling = registries.of(where).images();
        if (isReadable(sibling, other.getKey())) {
          return new Way.FromRegistry(
              Source.Registered.known(where, sibling, other.getKey()), true);
        }
      }
    }
    return new Way.FromEngine(source);
  }

  /** An image that an engine has sent to a target before, if it did. */
  static Optional<Source.Registered> sent(Target target, RegistryCache cache, String imageId)
      throws RegistryException {
    return sent(target, cache, digest(cache, CacheTags.ofId(imageId)), imageId);
  }

  private static Optional<String> digest(RegistryCache cache, String tag) throws RegistryException {
    return cache.images().head(tag).map(there -> there.digest().toString());
  }

  private static Optional<Source.Registered> sent(
      Target target, RegistryCache cache, Optional<String> digest, String imageId)
      throws RegistryException {
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = cache.images().get(digest.get());
    // Anybody may have set that tag: the content decides.
    return isOf(manifest, imageId)
        ? Optional.of(Source.Registered.read(target, cache.images(), manifest))
        : Optional.empty();
  }

  /** Whoever may push to a repository need not be allowed to read its neighbour. */
  private static boolean isReadable(Repository sibling, String digest) {
    try {
      return sibling.head(digest).isPresent();
    } catch (RegistryException e) {
      return false;
    }
  }

  /** The digests by which the engine has pushed or pulled the image, with where that was. */
  private static Map<String, Target> digests(Engine.LocalImage image, Target target) {
    Map<String, Target> digests = new LinkedHashMap<>();
    for (String name : image.repositoryDigests()) {
      parsed(name)
          .ifPresent(
              reference -> {
                RegistryHost own = target.host();
                RegistryHost host =
                    reference.registry().equals(own.name()) ? own : RegistryHost.of(reference);
                Target where = new Target(host, reference.repository());
                reference.digest().ifPresent(d -> digests.putIfAbsent(d.toString(), where));
              });
    }
    return digests;
  }

  /** Empty for an engine's name of an image that it has from nowhere. */
  private static Optional<ImageReference> parsed(String name) {
    try {
      return Optional.of(ImageReference.parse(name));
    } catch (InvalidReferenceException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> find(
      RegistryCache cache, List<String> references, List<String> tags) throws RegistryException {
    List<String> all = new ArrayList<>(references);
    all.addAll(tags);
    return cache.find(all);
  }

  /** Whether a manifest is of the image that an engine calls by that id. */
  static boolean isOf(Manifest manifest, String imageId) throws RegistryException {
    Optional<Digest> id = Digest.tryParse(imageId);
    return id.isPresent()
        && (manifest.digest().equals(id.get())
            || manifest
                .content()
                .config()
                .filter(config -> config.digest().equals(id.get()))
                .isPresent());
  }
}
