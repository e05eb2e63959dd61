package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.failure.Hints;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes sure that an image with this content exists: by finding it, or else by building it. */
public final class Prepare implements UseCase {
  private final PrepareRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort = new Abort();
  private final StateFolder state;
  private final Caches caches;

  /** Prepares one image. */
  public Prepare(PrepareRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
    this.state = machine.state();
    this.caches = new Caches(request, machine, machine.engines(abort));
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return told(events, began -> prepare(events, began));
  }

  /** Done at once is what needs neither a build nor a pull. */
  @Override
  public Answer answer(EventLog events) {
    List<Answer> work = new ArrayList<>();
    Optional<Problem> problem =
        told(
            events,
            began -> {
              if (request.dryRun()) {
                lookOnly(events, began);
                return;
              }
              Lookup.Found found = look(events, lookup(events));
              boolean pull = request.publication().pull() != PrepareRequest.Pull.NEVER;
              if (isReady(found) && !pull) {
                hits(events, began).end(found);
              } else {
                work.add(
                    new Answer.Work(
                        found.recipe().key(),
                        found.cache().repository(),
                        found.cache() instanceof RegistryCache));
              }
            });
    return work.isEmpty() ? new Answer.Done(problem) : work.get(0);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private Optional<Problem> told(EventLog events, Telling.Story story) {
    return new Telling(events, clock, abort)
        .tell(
            began -> {
              ImageCache cache = caches.first();
              events.publish(
                  new Event.RunStarted(
                      cache.repository(),
                      request.destination().tags(),
                      request.label(),
                      cache.words(),
                      machine.version()));
              story.tell(began);
            });
  }

  private void lookOnly(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Lookup lookup = lookup(events);
    Lookup.Found found = look(events, lookup);
    CacheResult expected = CacheResult.HIT;
    if (request.force() || (found.digest().isEmpty() && found.elsewhere().isEmpty())) {
      expected = missing(events, found, sources(lookup, found)).result();
    } else if (found.digest().isPresent()) {
      events.publish(new Event.ImageFound(found.recipe().key(), found.digest().get()));
    } else {
      hits(events, began).tell(found);
    }
    events.publish(new Event.RunPlanned(expected, Duration.between(began, clock.instant())));
  }

  private void prepare(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    if (request.dryRun()) {
      lookOnly(events, began);
      return;
    }
    boolean done = false;
    while (!done) {
      done = prepareOnce(events, began);
    }
  }

  /**
   * What is not there is made by one run at a time on this machine.
   *
   * @return false if the recipe changed while another run had its turn
   */
  private boolean prepareOnce(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Lookup lookup = lookup(events);
    Lookup.Found found = look(events, lookup);
    if (!isReady(found)) {
      Flight flight = new Flight(machine, events, abort, began.plus(total()));
      try (Flight.Turn turn =
          flight.enter(FlightName.of(found, machine), "builds the same image")) {
        // Also where nobody was waited for: another run may have ended since the look.
        found = lookup.again(found);
        if (!isReady(found)) {
          if (turn.waited() && !read().key().equals(found.recipe().key())) {
            return false;
          }
          make(events, began, lookup, found);
          return true;
        }
      }
    }
    hits(events, began).end(found);
    return true;
  }

  private void make(EventLog events, Instant began, Lookup lookup, Lookup.Found found)
      throws UseCaseException, EngineException, RegistryException {
    if (found.elsewhere().isPresent()) {
      Instant end = began.plus(total());
      hits(events, began).copy(found, () -> abort.requested() || clock.instant().isAfter(end));
      return;
    }
    PhaseSources sources = sources(lookup, found);
    BuildPlan plan = missing(events, found, sources);
    new PhasedBuild(
            clock, abort, events, state, request, Hints.localeOf(machine.environment()), began)
        .run(found, plan, sources, caches.chosen());
  }

  /** Whether nothing has to be built or copied. */
  private boolean isReady(Lookup.Found found) {
    boolean copied = request.publication().push() && found.cache() instanceof RegistryCache;
    return !request.force()
        && (found.digest().isPresent() || (found.elsewhere().isPresent() && !copied));
  }

  private Duration total() {
    return request.build().totalTimeout();
  }

  private ReadRecipe read() throws UseCaseException, EngineException {
    return new RecipeReader(new BaseImages(machine, caches.chosen()), machine.environment())
        .read(request);
  }

  private Lookup.Found look(EventLog events, Lookup lookup)
      throws UseCaseException, EngineException, RegistryException {
    ReadRecipe recipe = read();
    recipe.warnings().forEach(warning -> events.publish(new Event.Warned(warning)));
    events.publish(
        new Event.RecipeRead(
            recipe.key(),
            recipe.platform(),
            recipe.phases().stream()
                .map(phase -> new Event.PlannedPhase(phase.name(), recipe.key(phase)))
                .toList(),
            recipe.files(),
            recipe.bytes()));
    return lookup.image(recipe, caches.first());
  }

  private Lookup lookup(EventLog events) {
    return new Lookup(
        request,
        events,
        caches.chosen(),
        new KnownImages(state),
        new FurtherCaches(caches.further(), events));
  }

  private Hits hits(EventLog events, Instant began) {
    return new Hits(request, caches.chosen(), state, events, clock, began);
  }

  private PhaseSources sources(Lookup lookup, Lookup.Found found)
      throws EngineException, RegistryException {
    return request.force() ? PhaseSources.NONE : lookup.phases(found);
  }

  private static BuildPlan missing(EventLog events, Lookup.Found found, PhaseSources sources) {
    ReadRecipe recipe = found.recipe();
    BuildPlan plan = BuildPlan.of(recipe.dockerfile(), recipe.phases(), sources.available());
    events.publish(plan.told());
    sources
        .elsewhere(plan.cached(), found.cache())
        .forEach((cache, phases) -> events.publish(new Event.FoundElsewhere(cache, phases)));
    return plan;
  }
}
