package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Pull;
import io.jenkins.plugins.aiimage.registry.ImageIndex;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.Platform;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes sure that an image exists for several platforms: one each, and an index over them. */
final class PreparePlatforms implements UseCase {
  private final PrepareRequest request;
  private final Clock clock;
  private final StateFolder state;
  private final OneImage whole;

  PreparePlatforms(PrepareRequest request, Clock clock, StateFolder state, OneImage whole) {
    this.request = request;
    this.clock = clock;
    this.state = state;
    this.whole = whole;
  }

  /** What is known before anything is built. */
  private record Look(PlatformRecipes recipes, RegistryCache cache, KeyLookup.Found found) {
    List<PlatformPart> parts() {
      return recipes.parts();
    }

    String key() {
      return recipes.key();
    }
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return whole.told(events, began -> prepare(events, began));
  }

  @Override
  public Answer answer(EventLog events) {
    List<Answer> work = new ArrayList<>();
    Optional<Problem> problem =
        whole.told(
            events,
            began -> {
              Look look = look(events);
              if (request.dryRun()) {
                plan(events, look, began);
              } else if (isHit(look) && request.publication().pull() == Pull.NEVER) {
                hit(events, look, began);
              } else {
                work.add(new Answer.Work(look.key(), look.cache().repository(), true));
              }
            });
    return work.isEmpty() ? new Answer.Done(problem) : work.get(0);
  }

  @Override
  public void abort() {
    whole.abort();
  }

  private void prepare(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    boolean done = false;
    while (!done) {
      done = prepareOnce(events, look(events), began);
    }
  }

  /** False if the recipe changed while another run had its turn. */
  private boolean prepareOnce(EventLog events, Look look, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    if (request.dryRun()) {
      plan(events, look, began);
      return true;
    }
    requirePullable(look);
    if (isHit(look)) {
      hit(events, look, began);
      return true;
    }
    return join(events, look, began);
  }

  private Look look(EventLog events) throws UseCaseException, EngineException, RegistryException {
    PlatformRecipes recipes = PlatformRecipes.read(request, whole);
    recipes.tell(events);
    // One that names several platforms names a registry: RequestReader sees to it.
    RegistryCache cache = (RegistryCache) whole.caches().first();
    List<String> tags = request.destination().tags();
    return new Look(recipes, cache, new KeyLookup(cache, known()).find(recipes.key(), tags));
  }

  private KnownImages known() {
    return new KnownImages(state);
  }

  private boolean isHit(Look look) {
    return look.found().digest().isPresent() && !request.force();
  }

  private void plan(EventLog events, Look look, Instant began)
      throws EngineException, RegistryException {
    List<CacheResult> expected = new ArrayList<>();
    if (isHit(look)) {
      events.publish(new PrepareEvent.ImageFound(look.key(), look.found().digest().orElseThrow()));
    } else {
      for (PlatformPart part : look.parts()) {
        expected.add(part.expected(events, clock));
      }
    }
    events.publish(new Event.RunPlanned(together(expected), since(began)));
  }

  private void hit(EventLog events, Look look, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    String digest = look.found().digest().orElseThrow();
    events.publish(new PrepareEvent.ImageFound(look.key(), digest));
    Hits.point(request, events, look.cache(), digest, look.found().tags());
    Optional<Duration> saved = new History(state).total(look.recipes().phaseKeys());
    succeed(events, look, digest, CacheResult.HIT, saved, began);
  }

  private boolean join(EventLog events, Look look, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    refuseUnbuildable(events, look);
    SmokeTests tests = new SmokeTests(request, whole.caches().chosen());
    List<CacheResult> results = new ArrayList<>();
    List<ImageIndex.Entry> entries = new ArrayList<>();
    Optional<Duration> saved = Optional.empty();
    for (PlatformPart part : look.parts()) {
      Optional<Event.RunSucceeded> outcome = tests.runnable(part, whole).make(events, clock, began);
      if (outcome.isEmpty()) {
        return false;
      }
      Event.RunSucceeded made = outcome.get();
      entries.add(part.entry(made, look.cache()));
      results.add(made.cache());
      if (made.saved().isPresent()) {
        saved = Optional.of(saved.orElse(Duration.ZERO).plus(made.saved().get()));
      }
    }
    tests.warning(look.parts(), results).ifPresent(text -> events.publish(new Event.Warned(text)));
    String digest = put(events, look, ImageIndex.of(entries));
    succeed(events, look, digest, together(results), saved, began);
    return true;
  }

  /** The last platform's turn may be an hour away. */
  private void refuseUnbuildable(EventLog events, Look look)
      throws UseCaseException, EngineException, RegistryException {
    for (PlatformPart part : look.parts()) {
      if (request.force() || part.isMissing(events, clock)) {
        Preflight.platform(whole.caches().chosen().builder(), part.name());
      }
    }
  }

  /** The key first: a tag never points at what is not found by its key. */
  private String put(EventLog events, Look look, Manifest index) throws RegistryException {
    String keyTag = CacheTags.of(look.key());
    String reference = look.cache().tagged(keyTag);
    Instant began = clock.instant();
    events.publish(new TransferEvent.PushStarted("index", reference));
    String digest = look.cache().images().put(keyTag, index).toString();
    events.publish(
        new TransferEvent.PushDone(
            "index",
            reference,
            since(began),
            Optional.of(digest),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    known().remember(look.cache(), look.key(), digest);
    for (String tag : request.destination().tags()) {
      boolean moved = !digest.equals(look.found().tags().get(tag));
      if (moved) {
        look.cache().images().put(tag, index);
      }
      events.publish(new TransferEvent.Tagged(look.cache().tagged(tag), moved));
    }
    return digest;
  }

  private void succeed(
      EventLog events,
      Look look,
      String digest,
      CacheResult result,
      Optional<Duration> saved,
      Instant began)
      throws UseCaseException, EngineException {
    Pulls.ensure(
        request,
        whole.caches().chosen(),
        look.cache(),
        digest,
        look.cache().repository(),
        events,
        clock);
    events.publish(
        new Event.RunSucceeded(
            result, digest, look.cache().reference(digest), true, since(began), saved));
  }

  /** Said before the build, not after it. */
  private void requirePullable(Look look) throws UseCaseException, EngineException {
    if (request.publication().pull() == Pull.NEVER) {
      return;
    }
    String engine = whole.caches().chosen().engine().platform();
    Optional<Platform> own = Platform.parse(engine);
    if (look.parts().stream()
        .noneMatch(part -> own.filter(part.platform()::isSameAs).isPresent())) {
      throw request.wrong(
          "pull", "this engine runs " + engine + ", which is none of the platforms asked for");
    }
  }

  private Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }

  /** What the whole is called: of nothing but hits a hit. */
  private static CacheResult together(List<CacheResult> results) {
    if (results.stream().allMatch(CacheResult.HIT::equals)) {
      return CacheResult.HIT;
    }
    return results.stream().allMatch(CacheResult.BUILT::equals)
        ? CacheResult.BUILT
        : CacheResult.RESUMED;
  }
}
