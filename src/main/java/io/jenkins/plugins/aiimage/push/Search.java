package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.push.PushRequest.Wanted;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out which image is meant. */
record Search(ChosenEngine chosen, Registries registries) {

  /**
   * Looks where it was said to be. An image that the engine lacks may be in the registry already:
   * after a hit, that is the rule.
   */
  Source find(Delivery delivery) throws UseCaseException, EngineException, RegistryException {
    Wanted wanted = delivery.image();
    Optional<EngineException> trouble = Optional.empty();
    if (!(wanted instanceof Wanted.InRegistry)) {
      try {
        Engine engine = chosen.engine();
        Optional<Engine.LocalImage> image = local(engine, wanted);
        if (image.isPresent()) {
          return new Source.Local(engine, image.get());
        }
      } catch (EngineException e) {
        trouble = Optional.of(e);
      }
    }
    for (Wanted.InRegistry place : wanted.inRegistries()) {
      Repository repository = registries.of(place.where()).images();
      Optional<Descriptor> there = repository.head(place.reference());
      if (there.isPresent()) {
        return Source.Registered.known(place.where(), repository, there.get().digest().toString());
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    throw new UseCaseException(Problem.INPUT, nowhere(wanted));
  }

  private static Optional<Engine.LocalImage> local(Engine engine, Wanted wanted)
      throws EngineException {
    if (wanted instanceof Wanted.Named named) {
      // By their names with tags: engines take "cafe" for the beginning of an id, too.
      Map<String, Engine.LocalImage> images = engine.images(named.candidates());
      return named.candidates().stream().filter(images::containsKey).findFirst().map(images::get);
    }
    for (String candidate : ((Wanted.Exact) wanted).candidates()) {
      Optional<Engine.LocalImage> image = engine.image(candidate);
      if (image.isPresent()) {
        return image;
      }
    }
    return Optional.empty();
  }

  private static String nowhere(Wanted wanted) {
    if (wanted instanceof Wanted.InRegistry) {
      return wanted.name() + " is not there: check its name.";
    }
    String registries =
        wanted.inRegistries().stream()
            .map(Wanted.InRegistry::toString)
            .collect(Collectors.joining(" nor "));
    return registries.isEmpty()
        ? "The engine has no image " + wanted.name() + ": build it first, or check its id."
        : "The engine has no image "
            + wanted.name()
            + ", nor is there "
            + registries
            + ": build it first, or check its name.";
  }
}
