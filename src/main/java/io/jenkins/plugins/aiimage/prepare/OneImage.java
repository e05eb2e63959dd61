package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.preset.PresetFolder;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Languages;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Budget;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The image of one recipe for one platform: found in a cache, or built. */
final class OneImage {
  private final PrepareRequest request;
  private final Machine machine;
  private final Abort abort;
  private final Engines engines;
  private final Clock clock;
  private final Caches caches;
  private final FurtherCaches further;

  OneImage(PrepareRequest request, Machine machine, Abort abort, Engines engines) {
    this.request = request;
    this.machine = machine;
    this.abort = abort;
    this.engines = engines;
    this.clock = machine.clock();
    this.caches = new Caches(request, machine, engines);
    this.further = new FurtherCaches(caches.further());
  }

  /** Another image of the same run. */
  OneImage part(PrepareRequest other) {
    return new OneImage(other, machine, abort, engines);
  }

  Caches caches() {
    return caches;
  }

  void abort() {
    abort.request();
  }

  /** Lets the story of this request be told, from its first event to its last. */
  Optional<Problem> told(EventLog events, Telling.Story story) {
    return new Telling(events, clock, abort)
        .tell(
            began -> {
              ImageCache cache = caches.first();
              events.publish(
                  new Event.RunStarted(
                      "prepare",
                      cache.repository(),
                      request.destination().tags(),
                      request.label(),
                      cache.words(),
                      machine.version()));
              request
                  .until()
                  .ifPresent(phase -> events.publish(new PrepareEvent.PhaseWanted(phase)));
              tell(events, story, began);
            });
  }

  private void tell(EventLog events, Telling.Story story, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Optional<PresetFolder> preset = request.recipe().preset();
    if (preset.isEmpty()) {
      story.tell(began);
      return;
    }
    events.publish(
        new PrepareEvent.PresetTaken(preset.get().preset().name(), request.recipe().reason()));
    try {
      preset.get().write();
      story.tell(began);
    } catch (IOException e) {
      throw UseCaseException.input(
          "The files of a preset cannot be put in "
              + preset.get().path().getParent()
              + ": "
              + e.getMessage()
              + ".");
    } finally {
      preset.get().remove();
    }
  }

  ReadRecipe read() throws UseCaseException, EngineException {
    return new RecipeReader(new BaseImages(machine, caches.chosen()), machine.environment())
        .read(request);
  }

  /** Tells what a key was computed from, and what of that is new on this machine. */
  void tellInputs(EventLog events, ReadRecipe recipe) {
    events.publish(new PrepareEvent.InputsRead(recipe.inputs()));
    List<Change> changes = lastRecipe().changes(recipe.key(), recipe.inputs());
    if (!changes.isEmpty()) {
      events.publish(new PrepareEvent.RecipeChanged(changes));
    }
  }

  /** To be called when the image is there. */
  void remember(ReadRecipe recipe) {
    lastRecipe().remember(recipe.key(), recipe.inputs());
  }

  private LastRecipe lastRecipe() {
    String target = request.recipe().target().orElse("");
    return new LastRecipe(
        machine.state(), caches.first().repository() + "\n" + request.label() + "\n" + target);
  }

  Lookup.Found look(EventLog events, ReadRecipe recipe) throws EngineException, RegistryException {
    return lookup(events).image(recipe, caches.first());
  }

  /** Whether nothing has to be built or copied. */
  boolean isReady(Lookup.Found found) {
    boolean copied =
        request.publication().push()
            && found.cache() instanceof RegistryCache
            && !found.recipe().partial();
    return !request.force()
        && (found.digest().isPresent() || (found.elsewhere().isPresent() && !copied));
  }

  /** Tells what a run would do, and what it would be. */
  CacheResult expected(EventLog events, Lookup.Found found)
      throws EngineException, RegistryException {
    if (request.force() || (found.digest().isEmpty() && found.elsewhere().isEmpty())) {
      return missing(events, found, sources(events, found)).result();
    }
    if (found.digest().isPresent()) {
      events.publish(found.told(found.digest().get()));
    } else {
      hits(events, Instant.MIN).tell(found);
    }
    return CacheResult.HIT;
  }

  /** Ends a run whose image is ready. */
  Event.RunSucceeded take(EventLog events, Lookup.Found found, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    return hits(events, began).end(found);
  }

  /**
   * Takes the image if it is ready, and makes it otherwise: what is not there is made by one run at
   * a time on this machine. Tells of all of it but the end, which is returned.
   *
   * @return empty if the recipe changed while another run had its turn
   */
  Optional<Event.RunSucceeded> make(EventLog events, Lookup.Found before, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    if (isReady(before)) {
      return Optional.of(take(events, before, began));
    }
    Flight flight = new Flight(machine, events, abort, end(began));
    try (Flight.Turn turn = flight.enter(FlightName.of(before, machine), "builds the same image")) {
      // Also where nobody was waited for: another run may have ended since the look.
      Lookup.Found found = lookup(events).again(before);
      if (isReady(found)) {
        return Optional.of(take(events, found, began));
      }
      if (turn.waited() && !read().goalKey().equals(found.recipe().goalKey())) {
        return Optional.empty();
      }
      return Optional.of(
          found.elsewhere().isPresent() ? copy(events, found, began) : build(events, found, began));
    }
  }

  private Event.RunSucceeded copy(EventLog events, Lookup.Found found, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Instant end = end(began);
    return hits(events, began).copy(found, () -> abort.requested() || clock.instant().isAfter(end));
  }

  private Event.RunSucceeded build(EventLog events, Lookup.Found found, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    PhaseSources sources = sources(events, found);
    BuildPlan plan = missing(events, found, sources);
    Optional<Event.RunSucceeded> complete = hits(events, began).complete(found, plan, sources);
    return complete.isPresent()
        ? complete.get()
        : new PhasedBuild(
                clock,
                abort,
                events,
                machine.state(),
                request,
                Languages.of(machine.environment()),
                new Budget(machine, events, abort, end(began)),
                began)
            .run(found, plan, sources, caches.chosen());
  }

  private Instant end(Instant began) {
    return began.plus(request.build().totalTimeout());
  }

  private Lookup lookup(EventLog events) {
    return new Lookup(request, events, caches.chosen(), new KnownImages(machine.state()), further);
  }

  private Hits hits(EventLog events, Instant began) {
    return new Hits(request, caches.chosen(), machine.state(), events, clock, began);
  }

  private PhaseSources sources(EventLog events, Lookup.Found found)
      throws EngineException, RegistryException {
    return request.force() ? PhaseSources.NONE : lookup(events).phases(found);
  }

  private static BuildPlan missing(EventLog events, Lookup.Found found, PhaseSources sources) {
    ReadRecipe recipe = found.recipe();
    BuildPlan plan = BuildPlan.of(recipe, sources.available());
    events.publish(plan.told());
    sources
        .elsewhere(plan.cached(), found.cache())
        .forEach((cache, phases) -> events.publish(new PrepareEvent.FoundElsewhere(cache, phases)));
    return plan;
  }
}
