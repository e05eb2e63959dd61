package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.PhaseOutcome;
import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.build.PhaseRunner;
import io.jenkins.plugins.aiimage.build.RunningBuilds;
import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.PhaseBuild;
import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Budget;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds the phases of a plan one after the other, each on the image of the one before. */
final class PhasedBuild {
  private final Clock clock;
  private final Abort abort;
  private final EventLog events;
  private final StateFolder state;
  private final PrepareRequest request;
  private final Locale language;
  private final Budget budget;
  private final Instant began;
  private final Instant end;

  PhasedBuild(
      Clock clock,
      Abort abort,
      EventLog events,
      StateFolder state,
      PrepareRequest request,
      Locale language,
      Budget budget,
      Instant began) {
    this.clock = clock;
    this.abort = abort;
    this.events = events;
    this.state = state;
    this.request = request;
    this.language = language;
    this.budget = budget;
    this.began = began;
    this.end = began.plus(request.build().totalTimeout());
  }

  /** Tells of all of it but the end, which is returned. */
  Event.RunSucceeded run(
      Lookup.Found found, BuildPlan wished, PhaseSources sources, ChosenEngine chosen)
      throws UseCaseException, EngineException, RegistryException {
    Builder builder = chosen.builder();
    Engine engine = builder.engine();
    events.publish(new PrepareEvent.BuilderChosen(builder.name(), engine.words()));
    Preflight.check(request, found.recipe(), builder, wished.toBuild());
    Resources whole = MachineShare.whole(request, engine);
    MachineShare.warning(request, builder)
        .ifPresent(text -> events.publish(new Event.Warned(text)));
    try (Budget.Share share = budget.take(request.build().needs(), whole)) {
      return built(found, fetched(found, wished, sources, builder), sources, builder);
    }
  }

  private Event.RunSucceeded built(
      Lookup.Found found, BuildPlan plan, PhaseSources sources, Builder builder)
      throws UseCaseException, EngineException, RegistryException {
    Engine engine = builder.engine();
    DiskSpace disk = new DiskSpace(state, found.cache().repository());
    Optional<PrepareEvent.StorageMeasured> room = DiskSpace.measure(engine);
    room.ifPresent(events::publish);
    room.flatMap(disk::warning).ifPresent(warning -> events.publish(new Event.Warned(warning)));
    boolean push = request.publication().push() && found.cache() instanceof RegistryCache;
    try (PhasePushes pushes =
        new PhasePushes(
            engine, events, clock, abort, end, request.build().standard().stallTimeout())) {
      String imageId =
          build(found, plan, sources, builder, push ? Optional.of(pushes) : Optional.empty());
      if (!found.recipe().partial()) {
        disk.remember(engine, imageId)
            .ifPresent(bytes -> events.publish(new PrepareEvent.ImageMeasured(bytes)));
      }
      new Gates(engine, events, clock, request).check(imageId);
      Publishing.Result result =
          new Publishing(request, engine, state, events, abort)
              .publish(found, imageId, push ? Optional.of(pushes) : Optional.empty());
      if (abort.requested()) {
        throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
      }
      List<String> cachedKeys =
          plan.cached().stream().map(phase -> found.recipe().key(phase)).toList();
      return new Event.RunSucceeded(
          plan.result(),
          result.digest(),
          result.reference(),
          result.published(),
          Duration.between(began, clock.instant()),
          new History(state).total(cachedKeys));
    }
  }

  /** The plan with the images that it begins with in the engine. */
  private BuildPlan fetched(
      Lookup.Found found, BuildPlan wished, PhaseSources sources, Builder builder)
      throws UseCaseException, EngineException {
    ReadRecipe recipe = found.recipe();
    BuildPlan plan =
        new PhaseImages(builder.engine(), sources, request.build().standard(), clock, abort, events)
            .fetch(recipe, wished, end);
    if (!plan.equals(wished)) {
      events.publish(plan.told());
      Preflight.check(request, recipe, builder, plan.toBuild());
    }
    return plan;
  }

  private String build(
      Lookup.Found found,
      BuildPlan plan,
      PhaseSources sources,
      Builder builder,
      Optional<PhasePushes> pushes)
      throws UseCaseException, EngineException {
    ReadRecipe recipe = found.recipe();
    RunningBuilds running = new RunningBuilds(state.root().resolve("running"));
    running.stopAbandoned(builder.name(), builder::cleanUp);
    PhaseRunner runner = new PhaseRunner(builder, events, clock, abort, end, running, language);
    PipArguments pip =
        new PipArguments(
            request.build().pip(),
            request.build().standard().timeout(),
            builder.engine(),
            state,
            events);
    // The newest image of each stage, by its index: what its next phase and other stages build on.
    Map<Integer, String> images = new HashMap<>();
    plan.cached().forEach(phase -> images.put(phase.stage(), sources.image(recipe, phase)));
    String imageId = plan.toBuild().isEmpty() ? fetchedId(recipe, sources, builder.engine()) : "";
    PhaseWeight weight = new PhaseWeight(builder.engine(), recipe);
    PhaseTimes times = new PhaseTimes(state, found.cache().repository() + "\n" + recipe.platform());
    int number = 0;
    for (Phase phase : plan.toBuild()) {
      number++;
      String tag = found.cache().tagged(recipe.tag(phase));
      PhasePolicy policy = PhasePolicies.of(phase, request.build(), recipe.dockerfile());
      events.publish(
          new PhaseEvent.PhaseStarted(
              phase.name(),
              number,
              plan.toBuild().size(),
              policy.timeout(),
              policy.stallTimeout(),
              policy.retries(),
              times.expected(phase.name())));
      Instant phaseBegan = clock.instant();
      // The last one gets its key when it has passed the gates: before, it must be no hit.
      boolean last = number == plan.toBuild().size();
      PhaseOutcome outcome =
          runner.run(
              phaseBuild(recipe, phase, images, pip, last ? Optional.empty() : Optional.of(tag)),
              policy);
      if (outcome instanceof PhaseOutcome.Failed failed) {
        throw new UseCaseException(failed.problem(), failed.message());
      }
      PhaseOutcome.Built built = (PhaseOutcome.Built) outcome;
      Duration took = Duration.between(phaseBegan, clock.instant());
      imageId = built.imageId();
      events.publish(
          new PhaseEvent.PhaseMeasured(
              phase.name(),
              built.installed(),
              built.installedCount(),
              weight.of(phase, imageId, images)));
      images.put(phase.stage(), tag);
      new History(state).remember(recipe.key(phase), took);
      times.remember(phase.name(), took);
      if (pushes.isPresent() && !last) {
        pushes.get().begin(phase.name(), imageId, tag);
      }
    }
    return imageId;
  }

  private static String fetchedId(ReadRecipe recipe, PhaseSources sources, Engine engine)
      throws UseCaseException, EngineException {
    String reference = sources.image(recipe, recipe.goal());
    return engine
        .image(reference)
        .orElseThrow(
            () ->
                new UseCaseException(
                    Problem.ENGINE_LOST, "The engine has lost " + reference + ": run again."))
        .id();
  }

  private PhaseBuild phaseBuild(
      ReadRecipe recipe,
      Phase phase,
      Map<Integer, String> images,
      PipArguments pip,
      Optional<String> tag) {
    Optional<String> start =
        phase.firstInstruction() == 0 ? Optional.empty() : Optional.of(images.get(phase.stage()));
    PrepareRequest.Recipe asked = request.recipe();
    return new PhaseBuild(
        phase.name(),
        recipe
            .dockerfile()
            .render(phase, images, start, recipe.pins(), pip.of(recipe, phase, images)),
        recipe.contexts().getOrDefault(phase.name(), asked.context()),
        recipe.contexts().containsKey(phase.name()),
        recipe.ignoreFile(),
        tag,
        new PhaseBuild.BuildOptions(
            asked.buildArguments(),
            asked.platform(),
            request.build().network(),
            request.build().secrets(),
            request.build().addHosts(),
            Map.of(),
            request.build().needs()),
        !request.force());
  }
}
