package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.push.PushRequest.Wanted;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which image is meant. */
record Search(ChosenEngine chosen, Registries registries) {

  /**
   * Looks where it was said to be. An image that the engine lacks may be in the registry already:
   * after a hit, that is the rule.
   */
  Source find(Delivery delivery) throws UseCaseException, EngineException, RegistryException {
    if (delivery.image() instanceof Wanted.InRegistry wanted) {
      return registered(wanted.where(), wanted.reference())
          .orElseThrow(() -> missing(wanted.name() + " is not there: check its name"));
    }
    Wanted.InEngine wanted = (Wanted.InEngine) delivery.image();
    Optional<EngineException> trouble = Optional.empty();
    try {
      Optional<Source> local = local(wanted, delivery.targets());
      if (local.isPresent()) {
        return local.get();
      }
    } catch (EngineException e) {
      trouble = Optional.of(e);
    }
    Optional<Source> pushed = pushed(delivery);
    if (pushed.isPresent()) {
      return pushed.get();
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    throw missing(
        "Neither the engine nor "
            + delivery.targets().get(0)
            + " has an image "
            + delivery.image().name()
            + ": build it first, or check its name");
  }

  private Optional<Source> local(Wanted.InEngine wanted, List<Target> targets)
      throws EngineException {
    List<String> names = new ArrayList<>();
    for (String name : wanted.names()) {
      names.add(name);
      targets.forEach(target -> names.add(target.host().name() + "/" + name));
    }
    Engine engine = chosen.engine();
    for (String candidate : names) {
      Optional<Engine.LocalImage> image = engine.image(candidate);
      if (image.isPresent()) {
        return Optional.of(new Source.Local(engine, image.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Source> pushed(Delivery delivery) throws RegistryException {
    try {
      String reference = ImageReference.parse(delivery.image().name()).reference();
      return registered(delivery.targets().get(0), reference);
    } catch (InvalidReferenceException e) {
      // An id means nothing to a registry.
      return Optional.empty();
    }
  }

  private Optional<Source> registered(Target where, String reference) throws RegistryException {
    Repository repository = registries.of(where).images();
    Optional<Descriptor> there = repository.head(reference);
    return there.isPresent()
        ? Optional.of(
            new Source.Registered(
                where, repository, repository.get(there.get().digest().toString())))
        : Optional.empty();
  }

  private static UseCaseException missing(String sentence) {
    return new UseCaseException(Problem.INPUT, sentence + ".");
  }
}
