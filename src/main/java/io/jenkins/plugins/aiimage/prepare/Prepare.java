package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.failure.Hints;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.registry.Timeouts;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
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
public final class Prepare {
  private final Map<String, String> environment;
  private final Clock clock;
  private final Abort abort = new Abort();
  private final String version;
  private final Engines engines;
  private final CredentialSource credentials;
  private final StateFolder state;

  /**
   * Prepares images for one user on one machine.
   *
   * @param environment variables; where Docker's configuration and engine are, comes from there
   * @param version of this program, for the report
   */
  public Prepare(Map<String, String> environment, Clock clock, String version) {
    this(environment, DockerConfig.of(environment), clock, version);
  }

  /**
   * Prepares images for one user on one machine.
   *
   * @param environment variables; where the engine is, comes from there
   * @param credentials for registries that are asked without the engine
   * @param version of this program, for the report
   */
  public Prepare(
      Map<String, String> environment, CredentialSource credentials, Clock clock, String version) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.version = version;
    this.credentials = credentials;
    this.state = StateFolder.of(environment);
    this.engines = new Engines(environment, clock, abort, state.memory("isolation"));
  }

  /** Does it, and tells of it. The last event is {@code RunSucceeded} or {@code RunFailed}. */
  public Optional<Problem> run(PrepareRequest request, EventLog events) {
    return told(request, events, began -> prepare(request, events, began));
  }

  /** What {@link #answer} came to. */
  public sealed interface Answer {
    /** All is done and told; {@code problem} is empty if it succeeded. */
    record Done(Optional<Problem> problem) implements Answer {}

    /**
     * There is work to do. Nothing was changed, and what was told is to be forgotten.
     *
     * @param key content key of the image
     * @param repository where it will be
     * @param shared whether other machines will see it there
     */
    record Work(String key, String repository, boolean shared) implements Answer {}
  }

  /**
   * Does it if that needs neither a build nor a pull: for a caller that leaves long work to another
   * process.
   */
  public Answer answer(PrepareRequest request, EventLog events) {
    List<Answer> work = new ArrayList<>();
    Optional<Problem> problem =
        told(
            request,
            events,
            began -> {
              if (request.dryRun()) {
                lookOnly(request, events, began);
                return;
              }
              Lookup.Found found = look(request, events);
              boolean pull = request.publication().pull() != PrepareRequest.Pull.NEVER;
              if (found.digest().isPresent() && !request.force() && !pull) {
                hit(request, events, found, began);
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

  /** Ends the run, from another thread: what it started is stopped, and its story ends. */
  public void abort() {
    abort.request();
  }

  /** Says what {@link #run} would do, and does nothing. */
  public Optional<Problem> plan(PrepareRequest request, EventLog events) {
    return told(request, events, began -> lookOnly(request, events, began));
  }

  /** What is done between the first event and a failure's last. */
  @FunctionalInterface
  private interface Story {
    void tell(Instant began) throws PrepareException, EngineException, RegistryException;
  }

  private Optional<Problem> told(PrepareRequest request, EventLog events, Story story) {
    Instant began = clock.instant();
    Problem problem;
    String message;
    try {
      ImageCache cache = cacheOf(request);
      events.publish(
          new Event.RunStarted(
              cache.repository(),
              request.destination().tags(),
              request.label(),
              cache.words(),
              version));
      story.tell(began);
      return Optional.empty();
    } catch (PrepareException e) {
      problem = e.problem();
      message = e.getMessage();
    } catch (EngineException e) {
      problem = e.problem();
      message = e.getMessage();
    } catch (RegistryException e) {
      problem = RegistryProblems.of(e);
      message = e.getMessage();
    } catch (RuntimeException e) {
      fail(events, began, Problem.INTERNAL, "There is a fault in ai-image itself: " + e);
      throw e;
    }
    if (abort.requested()) {
      problem = Problem.ABORTED;
      message = "The run was aborted.";
    }
    fail(events, began, problem, message);
    return Optional.of(problem);
  }

  private void fail(EventLog events, Instant began, Problem problem, String message) {
    events.publish(new Event.RunFailed(problem, message, Duration.between(began, clock.instant())));
  }

  private void lookOnly(PrepareRequest request, EventLog events, Instant began)
      throws PrepareException, EngineException, RegistryException {
    Lookup.Found found = look(request, events);
    CacheResult expected = CacheResult.HIT;
    if (found.digest().isPresent() && !request.force()) {
      events.publish(new Event.ImageFound(found.recipe().key(), found.digest().get()));
    } else {
      expected = missing(request, events, found).result();
    }
    events.publish(new Event.RunPlanned(expected, Duration.between(began, clock.instant())));
  }

  private void prepare(PrepareRequest request, EventLog events, Instant began)
      throws PrepareException, EngineException, RegistryException {
    if (request.dryRun()) {
      lookOnly(request, events, began);
      return;
    }
    Lookup.Found found = look(request, events);
    if (found.digest().isPresent() && !request.force()) {
      hit(request, events, found, began);
      return;
    }
    BuildPlan plan = missing(request, events, found);
    new PhasedBuild(clock, abort, events, state, request, Hints.localeOf(environment), began)
        .run(found, plan, chosen(request));
  }

  private Lookup.Found look(PrepareRequest request, EventLog events)
      throws PrepareException, EngineException, RegistryException {
    RecipeReader reader =
        new RecipeReader(
            new BaseImages(state, credentials, environment, clock, chosen(request)), environment);
    ReadRecipe recipe = reader.read(request);
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
    return lookup(request, events).image(recipe, cacheOf(request));
  }

  private Lookup lookup(PrepareRequest request, EventLog events) {
    return new Lookup(request, events, chosen(request), new KnownImages(state));
  }

  private BuildPlan missing(PrepareRequest request, EventLog events, Lookup.Found found)
      throws EngineException, RegistryException {
    ReadRecipe recipe = found.recipe();
    Set<String> available = request.force() ? Set.of() : lookup(request, events).phases(found);
    BuildPlan plan = BuildPlan.of(recipe.dockerfile(), recipe.phases(), available);
    events.publish(plan.told());
    return plan;
  }

  private void hit(PrepareRequest request, EventLog events, Lookup.Found found, Instant began)
      throws EngineException, RegistryException, PrepareException {
    ReadRecipe recipe = found.recipe();
    String digest = found.digest().orElseThrow();
    events.publish(new Event.ImageFound(recipe.key(), digest));
    for (String tag : request.destination().tags()) {
      boolean right = digest.equals(found.tags().get(tag));
      if (!right) {
        found.cache().tag(digest, tag);
      }
      events.publish(new Event.Tagged(found.cache().tagged(tag), !right));
    }
    Pulls.ensure(request, chosen(request), found.cache(), digest);
    List<String> keys = recipe.phases().stream().map(recipe::key).toList();
    events.publish(
        new Event.RunSucceeded(
            CacheResult.HIT,
            digest,
            found.cache().reference(digest),
            found.cache() instanceof RegistryCache,
            Duration.between(began, clock.instant()),
            new History(state).total(keys)));
  }

  private ImageCache cacheOf(PrepareRequest request) {
    String image = request.destination().image();
    Optional<RegistryHost> host = request.destination().registry().map(RegistryHost::parse);
    return host.<ImageCache>map(
            known -> new RegistryCache(known, registry(known).repository(image)))
        .orElseGet(() -> new EngineCache(chosen(request), image));
  }

  private ChosenEngine chosen(PrepareRequest request) {
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

  private Registry registry(RegistryHost host) {
    return Registry.of(host, credentials, Timeouts.DEFAULT, RetryPolicy.DEFAULT, environment);
  }
}
