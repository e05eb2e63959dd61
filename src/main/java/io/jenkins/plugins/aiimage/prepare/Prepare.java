package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
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
  private final OneImage image;
  private final Clock clock;

  private Prepare(PrepareRequest request, OneImage image, Clock clock) {
    this.request = request;
    this.image = image;
    this.clock = clock;
  }

  /** Prepares one image: for one platform, or for all that are asked for. */
  public static UseCase of(PrepareRequest request, Machine machine) {
    Abort abort = new Abort();
    OneImage image = new OneImage(request, machine, abort, machine.engines(abort));
    return request.recipe().platforms().size() > 1
        ? new PreparePlatforms(request, machine.clock(), machine.state(), image)
        : new Prepare(request, image, machine.clock());
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return image.told(
        events,
        began -> {
          if (request.dryRun()) {
            lookOnly(events, began);
          } else {
            prepare(events, began);
          }
        });
  }

  /** Done at once is what needs neither a build nor a pull. */
  @Override
  public Answer answer(EventLog events) {
    List<Answer> work = new ArrayList<>();
    Optional<Problem> problem =
        image.told(
            events,
            began -> {
              if (request.dryRun()) {
                lookOnly(events, began);
                return;
              }
              Lookup.Found found = look(events);
              boolean pull = request.publication().pull() != PrepareRequest.Pull.NEVER;
              if (image.isReady(found) && !pull) {
                Event.RunSucceeded taken = image.take(events, found, began);
                image.remember(found.recipe());
                events.publish(taken);
              } else {
                work.add(
                    new Answer.Work(
                        found.recipe().goalKey(),
                        found.cache().repository(),
                        found.cache() instanceof RegistryCache));
              }
            });
    return work.isEmpty() ? new Answer.Done(problem) : work.get(0);
  }

  @Override
  public void abort() {
    image.abort();
  }

  private void lookOnly(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    CacheResult expected = image.expected(events, look(events));
    events.publish(new Event.RunPlanned(expected, Duration.between(began, clock.instant())));
  }

  private void prepare(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Optional<Event.RunSucceeded> made = Optional.empty();
    while (made.isEmpty()) {
      Lookup.Found found = look(events);
      made = image.make(events, found, began);
      if (made.isPresent()) {
        image.remember(found.recipe());
      }
    }
    events.publish(made.get());
  }

  private Lookup.Found look(EventLog events)
      throws UseCaseException, EngineException, RegistryException {
    ReadRecipe recipe = image.read();
    recipe.warnings().forEach(warning -> events.publish(new Event.Warned(warning)));
    events.publish(
        new PrepareEvent.RecipeRead(
            recipe.key(),
            recipe.platform(),
            recipe.phases().stream()
                .map(phase -> new PrepareEvent.PlannedPhase(phase.name(), recipe.key(phase)))
                .toList(),
            recipe.files(),
            recipe.bytes()));
    image.tellInputs(events, recipe);
    return image.look(events, recipe);
  }
}
