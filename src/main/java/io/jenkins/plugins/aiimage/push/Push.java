package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings images to registries: what they lack is sent, and every tag is set by the same bytes. */
final class Push implements UseCase {
  private final PushRequest request;
  private final Machine machine;
  private final Abort abort = new Abort();
  private final Registries registries;
  private final ChosenEngine chosen;

  Push(PushRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.registries = new Registries(machine);
    Set<String> plainHttp = new HashSet<>();
    targets()
        .map(Target::host)
        .filter(RegistryHost::plainHttp)
        .forEach(h -> plainHttp.add(h.name()));
    this.chosen =
        machine
            .engines(abort)
            .chosen(new EngineChoice(request.builder(), Optional.empty(), plainHttp));
  }

  /** A delivery with what is to be done. */
  private record Planned(Delivery delivery, Source source, List<Step> steps) {
    boolean isThere() {
      return steps.stream().allMatch(step -> step.way() instanceof Way.There);
    }

    boolean isQuick() {
      return steps.stream().allMatch(step -> step.way().isQuick());
    }
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return told(
        events,
        began -> {
          List<Planned> plan = plan();
          if (request.dryRun()) {
            tell(events, plan, began);
          } else {
            carryOut(events, plan, began);
          }
        });
  }

  /** Done at once is what moves no layer. */
  @Override
  public Answer answer(EventLog events) {
    List<Answer> work = new ArrayList<>();
    Optional<Problem> problem =
        told(
            events,
            began -> {
              List<Planned> plan = plan();
              if (request.dryRun()) {
                tell(events, plan, began);
              } else if (plan.stream().allMatch(Planned::isQuick)) {
                carryOut(events, plan, began);
              } else {
                String key =
                    plan.stream()
                        .map(planned -> planned.source().identity())
                        .collect(Collectors.joining(" "));
                work.add(new Answer.Work(key, first().toString(), true));
              }
            });
    return work.isEmpty() ? new Answer.Done(problem) : work.get(0);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private Optional<Problem> told(EventLog events, Telling.Story story) {
    return new Telling(events, machine.clock(), abort)
        .tell(
            began -> {
              Set<String> tags = new LinkedHashSet<>();
              request.deliveries().forEach(delivery -> tags.addAll(delivery.tags()));
              events.publish(
                  new Event.RunStarted(
                      request.useCase(),
                      first().toString(),
                      List.copyOf(tags),
                      label(),
                      targets()
                          .map(target -> "registry " + target.host().name())
                          .distinct()
                          .collect(Collectors.joining(", ")),
                      machine.version()));
              story.tell(began);
            });
  }

  private String label() {
    return request
        .label()
        .orElseGet(
            () ->
                request.deliveries().stream()
                    .map(delivery -> delivery.image().name())
                    .collect(Collectors.joining(", ")));
  }

  private Target first() {
    return request.deliveries().get(0).targets().get(0);
  }

  private Stream<Target> targets() {
    return request.deliveries().stream().flatMap(delivery -> delivery.targets().stream());
  }

  private List<Planned> plan() throws UseCaseException, EngineException, RegistryException {
    Search search = new Search(chosen, registries);
    Planner planner = new Planner(registries);
    List<Planned> plan = new ArrayList<>();
    for (Delivery delivery : request.deliveries()) {
      Source source = search.find(delivery);
      plan.add(new Planned(delivery, source, planner.plan(delivery, source)));
    }
    return plan;
  }

  private void tell(EventLog events, List<Planned> plan, Instant began) {
    for (Planned planned : plan) {
      for (Step step : planned.steps()) {
        List<String> tags =
            step.way() instanceof Way.There there
                ? step.tagsToSet(there.image().digest())
                : step.tags();
        events.publish(
            new TransferEvent.PushPlanned(
                step.subject(), step.target().toString(), step.way().words(), tags));
      }
    }
    events.publish(new Event.RunPlanned(result(plan), since(began)));
  }

  private void carryOut(EventLog events, List<Planned> plan, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    Instant end = began.plus(request.totalTimeout());
    Courier courier = new Courier(machine, registries, events, abort, request.stallTimeout(), end);
    List<String> digests = new ArrayList<>();
    for (Planned planned : plan) {
      digests.add(courier.deliver(planned.delivery(), planned.steps()));
    }
    events.publish(
        new Event.RunSucceeded(
            result(plan),
            digests.get(0),
            first() + "@" + digests.get(0),
            true,
            since(began),
            Optional.empty()));
  }

  private static CacheResult result(List<Planned> plan) {
    return plan.stream().allMatch(Planned::isThere) ? CacheResult.HIT : CacheResult.PUSHED;
  }

  private Duration since(Instant began) {
    return Duration.between(began, machine.clock().instant());
  }
}
