package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.failure.Hints;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes sure that an image with this content exists: by finding it, or else by building it. */
public final class Prepare implements UseCase {
  private final PrepareRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort;
  private final Engines engines;
  private final StateFolder state;

  private Prepare(PrepareRequest request, Machine machine, Abort abort, Engines engines) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
    this.state = machine.state();
    this.abort = abort;
    this.engines = engines;
  }

  /** Prepares one image: for one platform, or for all that are asked for. */
  public static UseCase of(PrepareRequest request, Machine machine) {
    Abort abort = new Abort();
    Engines engines =
        new Engines(
            machine.environment(), machine.clock(), abort, machine.state().memory("isolation"));
    Prepare whole = new Prepare(request, machine, abort, engines);
    return request.recipe().platforms().size() > 1
        ? new PreparePlatforms(request, machine.clock(), machine.state(), whole)
        : whole;
  }

  /** The same run for a request of which this one's is the whole. */
  Prepare part(PrepareRequest other) {
    return new Prepare(other, machine, abort, engines);
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
              Lookup.Found found = look(events);
              boolean pull = request.publication().pull() != PrepareRequest.Pull.NEVER;
              if (found.digest().isPresent() && !request.force() && !pull) {
                events.publish(hit(events, found, began));
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

  /** Lets the story of this request be told, from its first event to its last. */
  Optional<Problem> told(EventLog events, Telling.Story story) {
    return new Telling(events, clock, abort)
        .tell(
            began -> {
              ImageCache cache = cacheOf();
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
    CacheResult expected = expected(events, look(events));
    events.publish(new Event.RunPlanned(expected, Duration.between(began, clock.instant())));
  }

  /** What a run would be. */
  CacheResult expected(EventLog events, Lookup.Found found)
      throws EngineException, RegistryException {
    if (found.digest().isPresent() && !request.force()) {
      events.publish(new Event.ImageFound(found.recipe().key(), found.digest().get()));
      return CacheResult.HIT;
    }
    return missing(events, found).result();
  }

  private void prepare(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    if (request.dryRun()) {
      lookOnly(events, began);
      return;
    }
    events.publish(make(events, look(events), began));
  }

  /** Finds the image or builds it; tells of all of it but the end, which is returned. */
  Event.RunSucceeded make(EventLog events, Lookup.Found found, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    if (found.digest().isPresent() && !request.force()) {
      return hit(events, found, began);
    }
    BuildPlan plan = missing(events, found);
    return new PhasedBuild(
            clock, abort, events, state, request, Hints.localeOf(machine.environment()), began)
        .run(found, plan, chosen());
  }

  private Lookup.Found look(EventLog events)
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
    return look(events, recipe);
  }

  ReadRecipe read() throws UseCaseException {
    return new RecipeReader(new BaseImages(machine, chosen()), machine.environment()).read(request);
  }

  Lookup.Found look(EventLog events, ReadRecipe recipe) throws EngineException, RegistryException {
    return lookup(events).image(recipe, cacheOf());
  }

  private Lookup lookup(EventLog events) {
    return new Lookup(request, events, chosen(), new KnownImages(state));
  }

  private BuildPlan missing(EventLog events, Lookup.Found found)
      throws EngineException, RegistryException {
    ReadRecipe recipe = found.recipe();
    Set<String> available = request.force() ? Set.of() : lookup(events).phases(found);
    BuildPlan plan = BuildPlan.of(recipe.dockerfile(), recipe.phases(), available);
    events.publish(
        new Event.ImageMissing(
            names(plan.cached()), names(plan.toBuild()), names(plan.notNeeded())));
    return plan;
  }

  private Event.RunSucceeded hit(EventLog events, Lookup.Found found, Instant began)
      throws EngineException, RegistryException, UseCaseException {
    ReadRecipe recipe = found.recipe();
    String digest = found.digest().orElseThrow();
    events.publish(new Event.ImageFound(recipe.key(), digest));
    point(events, found.cache(), digest, found.tags());
    Pulls.ensure(request, chosen(), found.cache(), digest);
    List<String> keys = recipe.phases().stream().map(recipe::key).toList();
    return new Event.RunSucceeded(
        CacheResult.HIT,
        digest,
        found.cache().reference(digest),
        found.cache() instanceof RegistryCache,
        Duration.between(began, clock.instant()),
        new History(state).total(keys));
  }

  /** Points the tags that are asked for at what was found. */
  void point(EventLog events, ImageCache cache, String digest, Map<String, String> tags)
      throws EngineException, RegistryException {
    for (String tag : request.destination().tags()) {
      boolean right = digest.equals(tags.get(tag));
      if (!right) {
        cache.tag(digest, tag);
      }
      events.publish(new Event.Tagged(cache.tagged(tag), !right));
    }
  }

  ImageCache cacheOf() {
    String image = request.destination().image();
    Optional<RegistryHost> host = request.destination().registry().map(RegistryHost::parse);
    return host.<ImageCache>map(
            known -> new RegistryCache(known, machine.registry(known).repository(image)))
        .orElseGet(() -> new EngineCache(chosen(), image));
  }

  ChosenEngine chosen() {
    Set<String> plainHttp = new HashSet<>();
    request
        .destination()
        .registry()
        .map(RegistryHost::parse)
        .filter(RegistryHost::plainHttp)
        .ifPresent(host -> plainHttp.add(host.name()));
    return engines.chosen(
        new EngineChoice(request.build().builder(), request.build().network(), plainHttp));
  }

  private static List<String> names(List<Phase> phases) {
    return phases.stream().map(Phase::name).toList();
  }
}
