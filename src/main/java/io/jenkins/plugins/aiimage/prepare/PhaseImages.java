package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.Backoff;
import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.EnginePull;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The images of cached phases that a build goes on from. They are fetched before the first phase
 * begins: what a registry lists it may have lost, and the time to fetch an image is not the time of
 * the phase that stands on it.
 *
 * @param policy how long an image may take to come; without retries it is asked for once
 */
record PhaseImages(
    Engine engine,
    PhaseSources sources,
    PhasePolicy policy,
    Clock clock,
    Abort abort,
    EventLog events) {
  /** Few, because there is another way: a registry that lost a layer says the same every time. */
  private static final int MOST_RETRIES = 2;

  /**
   * Fetches what the engine lacks. A phase whose image does not come is built like any other, from
   * the deepest phase before it whose image does; a warning says so.
   *
   * @param end when the whole run must be over
   */
  BuildPlan fetch(ReadRecipe recipe, BuildPlan plan, Instant end)
      throws EngineException, UseCaseException {
    Set<String> there = new HashSet<>();
    BuildPlan current = plan;
    while (true) {
      Optional<Phase> next =
          current.cached().stream().filter(phase -> !there.contains(phase.name())).findFirst();
      if (next.isEmpty()) {
        return current;
      }
      Phase phase = next.get();
      ImageCache cache = sources.of(phase);
      Optional<String> trouble = trouble(cache, phase, recipe.tag(phase), end);
      if (abort.requested()) {
        throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
      }
      if (trouble.isPresent()) {
        events.publish(
            new Event.Warned(
                "The image of phase "
                    + phase.name()
                    + " cannot be had from the "
                    + cache.words()
                    + ", so the phase is built again: "
                    + trouble.get()
                    + "."));
        current = BuildPlan.of(recipe, current.availableWithout(phase));
      } else {
        there.add(phase.name());
      }
    }
  }

  /** Why an image does not come; empty if it is in the engine. */
  private Optional<String> trouble(ImageCache cache, Phase phase, String tag, Instant end)
      throws EngineException {
    String reference = cache.tagged(tag);
    if (engine.image(reference).isPresent()) {
      return Optional.empty();
    }
    if (cache instanceof EngineCache) {
      return Optional.of("it was removed meanwhile");
    }
    Instant began = clock.instant();
    Instant latest = began.plus(policy.timeout());
    Instant deadline = latest.isBefore(end) ? latest : end;
    for (int attempt = 1; ; attempt++) {
      Optional<String> failure =
          new EnginePull(engine, events, clock)
              .pull(phase.name(), reference, Duration.between(clock.instant(), deadline));
      Duration pause = Backoff.after(attempt, ThreadLocalRandom.current().nextDouble());
      if (failure.isEmpty()
          || attempt > Math.min(MOST_RETRIES, policy.retries())
          || !clock.instant().plus(pause).isBefore(deadline)
          || isGone(cache, tag)
          || aborted(pause)) {
        return failure;
      }
    }
  }

  /** Then no further attempt is worth its time. */
  private static boolean isGone(ImageCache cache, String tag) throws EngineException {
    try {
      return cache.find(List.of(tag)).isEmpty();
    } catch (RegistryException e) {
      return false;
    }
  }

  private boolean aborted(Duration pause) {
    try {
      return abort.await(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort.request();
      return true;
    }
  }
}
