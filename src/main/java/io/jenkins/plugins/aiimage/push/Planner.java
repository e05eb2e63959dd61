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
        known = Optional.of(new Source.Registered(target, step.cache().images(), there.manifest()));
      }
    }
    return steps;
  }

  /** What to do for a target, now that the manifest is known. */
  Step step(Delivery delivery, Target target, Source.Registered source) throws RegistryException {
    RegistryCache cache = registries.of(target);
    String digest = source.identity();
    Map<String, String> found = find(cache, List.of(digest), delivery.tags());
    Way way =
        found.containsKey(digest)
            ? new Way.There(source.manifest())
            : new Way.FromRegistry(
                source.where(),
                source.repository(),
                source.manifest(),
                source.where().host().equals(target.host()));
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
    Engine.LocalImage image = source.image();
    Map<String, Target> digests = digests(image, target);
    List<String> references = new ArrayList<>(digests.keySet());
    String own = CacheTags.ofId(image.id());
    references.add(own);
    Map<String, String> found = find(cache, references, delivery.tags());
    return new Step(
        delivery.image().name(),
        target,
        cache,
        way(source, cache, digests, found),
        delivery.tags(),
        found);
  }

  private Way way(
      Source.Local source,
      RegistryCache cache,
      Map<String, Target> digests,
      Map<String, String> found)
      throws RegistryException {
    Repository images = cache.images();
    for (String digest : digests.keySet()) {
      if (found.containsKey(digest)) {
        return new Way.There(images.get(digest));
      }
    }
    String travelled = found.get(CacheTags.ofId(source.image().id()));
    if (travelled != null) {
      Manifest manifest = images.get(travelled);
      // Anybody may have set that tag: the content decides.
      if (isOf(manifest, source.image().id())) {
        return new Way.There(manifest);
      }
    }
    for (Map.Entry<String, Target> other : digests.entrySet()) {
      Target where = other.getValue();
      if (where.host().equals(cache.host()) && !where.repository().equals(images.name())) {
        Repository sibling = registries.of(where).images();
        if (sibling.head(other.getKey()).isPresent()) {
          return new Way.FromRegistry(where, sibling, sibling.get(other.getKey()), true);
        }
      }
    }
    return new Way.FromEngine(source);
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
