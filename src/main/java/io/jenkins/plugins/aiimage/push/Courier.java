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
      Manifest manifest = place(now);
      new Tags(events).set(now, manifest);
      if (placed.isEmpty()) {
        placed = Optional.of(new Source.Registered(step.target(), step.cache().images(), manifest));
      }
    }
    return placed.orElseThrow().identity();
  }

  private Manifest place(Step step) throws UseCaseException, EngineException, RegistryException {
    if (step.way() instanceof Way.There there) {
      return there.manifest();
    }
    if (step.way() instanceof Way.FromRegistry copy) {
      try (Flight.Turn turn = turn(step, copy.manifest().digest().toString())) {
        return copied(step, copy);
      }
    }
    Source.Local source = ((Way.FromEngine) step.way()).source();
    try (Flight.Turn turn = turn(step, source.image().id())) {
      return sent(step, source);
    }
  }

  private Flight.Turn turn(Step step, String identity) throws UseCaseException {
    return new Flight(machine, events, abort, end)
        .enter("push " + step.target() + " " + identity, "pushes the same image");
  }

  private Manifest copied(Step step, Way.FromRegistry copy)
      throws UseCaseException, RegistryException {
    try {
      ImageCopy.Copied unused =
          new ImageTransfer(events, machine.clock(), this::isOver)
              .copy(
                  step.subject(),
                  copy.from(),
                  copy.manifest(),
                  step.cache().images(),
                  step.target() + "@" + copy.manifest().digest());
      return copy.manifest();
    } catch (RegistryException e) {
      if (outOfTime()) {
        throw tooLate(step);
      }
      throw e;
    }
  }

  /** It travels under a tag that only this content can have: another job's push cannot be mixed. */
  private Manifest sent(Step step, Source.Local source)
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
    if (engine.image(destination).isPresent()) {
      // That it stays does no harm, and cleaning takes it away.
      Optional<String> unused = engine.stock().remove(destination);
    }
    if (outcome instanceof PushOutcome.Failed failed) {
      throw outOfTime()
          ? tooLate(step)
          : new UseCaseException(
              Problem.PUSH_FAILED,
              step.subject() + " did not get to " + step.target() + ": " + failed.words());
    }
    Manifest manifest = step.cache().images().get(tag);
    Optional<Digest> told = ((PushOutcome.Arrived) outcome).digest();
    if (told.isPresent() ? !told.get().equals(manifest.digest()) : !Planner.isOf(manifest, id)) {
      throw new UseCaseException(
          Problem.TAG_MOVED,
          destination + " is not what was pushed: somebody else has set it; push again.");
    }
    return manifest;
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
