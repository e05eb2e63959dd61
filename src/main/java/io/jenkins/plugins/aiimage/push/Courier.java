package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.ImagePush;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.cache.EnginePush;
import io.jenkins.plugins.aiimage.cache.ImageTransfer;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.ImageCopy;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out what was planned.
 *
 * @param stallTimeout how long an engine's push may not move
 * @param end when the whole run must be over
 */
record Courier(
    Machine machine,
    Registries registries,
    EventLog events,
    Abort abort,
    Duration stallTimeout,
    Instant end) {

  /** Brings an image to all its targets; answers its digest, which is the same everywhere. */
  String deliver(Delivery delivery, List<Step> steps)
      throws UseCaseException, EngineException, RegistryException {
    Optional<Source.Registered> placed = Optional.empty();
    for (Step step : steps) {
      Step now =
          placed.isPresent() && step.way() instanceof Way.LikeTheFirst
              ? new Planner(registries).step(delivery, step.target(), placed.get())
              : step;
      Source.Registered image = place(now);
      new Tags(events).set(now, image);
      if (placed.isEmpty()) {
        placed = Optional.of(image);
      }
    }
    return placed.orElseThrow().identity();
  }

  private Source.Registered place(Step step)
      throws UseCaseException, EngineException, RegistryException {
    if (step.way() instanceof Way.There there) {
      return there.image();
    }
    if (step.way() instanceof Way.FromRegistry copy) {
      try (Flight.Turn turn = turn(step, copy.image().digest())) {
        return copied(step, copy.image());
      }
    }
    Source.Local source = ((Way.FromEngine) step.way()).source();
    try (Flight.Turn turn = turn(step, source.image().id())) {
      // Whoever had its turn before has sent it.
      Optional<Source.Registered> sent =
          Planner.sent(step.target(), step.cache(), source.image().id());
      return sent.isPresent() ? sent.get() : sent(step, source);
    }
  }

  private Flight.Turn turn(Step step, String identity) throws UseCaseException {
    return new Flight(machine, events, abort, end)
        .enter("push " + step.target() + " " + identity, "pushes the same image");
  }

  private Source.Registered copied(Step step, Source.Registered image)
      throws UseCaseException, RegistryException {
    try {
      Manifest manifest = image.manifest();
      ImageCopy.Copied unused =
          new ImageTransfer(events, machine.clock(), this::isOver)
              .copy(
                  step.subject(),
                  image.repository(),
                  manifest,
                  step.cache().images(),
                  step.target() + "@" + image.digest());
      return Source.Registered.read(step.target(), step.cache().images(), manifest);
    } catch (RegistryException e) {
      if (outOfTime()) {
        throw tooLate(step);
      }
      throw e;
    }
  }

  /** It travels under a tag that only this content can have: another job's push cannot be mixed. */
  private Source.Registered sent(Step step, Source.Local source)
      throws UseCaseException, EngineException, RegistryException {
    Engine engine = source.engine();
    String id = source.image().id();
    String tag = CacheTags.ofId(id);
    String destination = step.target().tagged(tag);
    PushOutcome outcome =
        new EnginePush(engine, events, machine.clock())
            .push(
                step.subject(),
                new ImagePush(
                    id,
                    destination,
                    Duration.between(machine.clock().instant(), end),
                    stallTimeout));
    forget(engine, id, tag, destination);
    if (outcome instanceof PushOutcome.Failed failed) {
      throw outOfTime()
          ? tooLate(step)
          : new UseCaseException(
              Problem.PUSH_FAILED,
              step.subject() + " did not get to " + step.target() + ": " + failed.words());
    }
    Optional<Digest> told = ((PushOutcome.Arrived) outcome).digest();
    Repository images = step.cache().images();
    Manifest manifest = images.get(told.isPresent() ? told.get().toString() : tag);
    if (told.isEmpty() && !Planner.isOf(manifest, id)) {
      throw new UseCaseException(
          Problem.TAG_MOVED,
          destination + " is not what was pushed: somebody else has set it; push again.");
    }
    return Source.Registered.read(step.target(), images, manifest);
  }

  /**
   * Takes away the name that an engine keeps of a push, if the image has a name besides: without
   * any the engine would remove the image. A name that stays does no harm, and cleaning takes it.
   */
  private static void forget(Engine engine, String id, String tag, String destination)
      throws EngineException {
    List<String> names = engine.image(id).map(Engine.LocalImage::names).orElse(List.of());
    if (names.contains(destination) && !names.stream().allMatch(name -> name.endsWith(":" + tag))) {
      Optional<String> unused = engine.stock().remove(destination);
    }
  }

  private UseCaseException tooLate(Step step) {
    return new UseCaseException(
        Problem.TOTAL_TIME,
        "The time was over before " + step.subject() + " had got to " + step.target() + ".");
  }

  private boolean isOver() {
    return abort.requested() || outOfTime();
  }

  private boolean outOfTime() {
    return !machine.clock().instant().isBefore(end);
  }
}
