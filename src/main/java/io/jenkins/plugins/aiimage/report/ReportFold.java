package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the report out of the events. It can be asked at any moment, also of a run under way. */
public final class ReportFold implements EventListener {
  private long lastNumber;
  private Instant started = Instant.EPOCH;
  private Event.RunStarted run = new Event.RunStarted("", "", List.of(), "", "", "");
  private PrepareEvent.RecipeRead recipe = new PrepareEvent.RecipeRead("", "", List.of(), 0, 0);
  private Optional<String> builder = Optional.empty();
  private final List<PushReport> pushes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private Optional<ImageResult> result = Optional.empty();
  private Optional<CacheResult> planned = Optional.empty();
  private Optional<String> until = Optional.empty();
  private Optional<String> preset = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private Optional<Inputs> inputs = Optional.empty();
  private Optional<Long> bytes = Optional.empty();
  private Optional<Storage> storage = Optional.empty();
  private final PhasesFold phases = new PhasesFold();
  private final WaitsFold waits = new WaitsFold();
  private final CurrentFold current = new CurrentFold();
  private final CleaningFold cleaning = new CleaningFold();
  private final DatabasesFold databases = new DatabasesFold();
  private final LintFold lint = new LintFold();
  private final SmokeFold smoke = new SmokeFold();
  private final DiagnosisFold diagnosis = new DiagnosisFold();
  private final ServicesFold services = new ServicesFold();

  @Override
  public void on(Entry entry) {
    if (entry.number() <= lastNumber) {
      return;
    }
    // A run that fails before it can introduce itself has begun all the same.
    if (lastNumber == 0) {
      started = entry.time();
    }
    lastNumber = entry.number();
    Optional<Event.RunStarted> begun = begun(entry.event());
    if (begun.isPresent()) {
      run = begun.get();
      started = entry.time();
    }
    elapsed = notNegative(Duration.between(started, entry.time()));
    current.apply(entry.event(), entry.time());
    apply(entry.event());
  }

  /** What any run says of itself at first. */
  private static Optional<Event.RunStarted> begun(Event event) {
    if (event instanceof Event.RunStarted started) {
      return Optional.of(started);
    } else if (event instanceof CleanEvent.CleanStarted started) {
      return Optional.of(CleaningFold.asRun(started));
    } else if (event instanceof DatabaseEvent.DatabasesStarted started) {
      return Optional.of(DatabasesFold.asRun(started));
    } else if (event instanceof LintEvent.LintStarted started) {
      return Optional.of(LintFold.asRun(started));
    } else if (event instanceof SmokeEvent.SmokeStarted started) {
      return Optional.of(SmokeFold.asRun(started));
    } else if (event instanceof DiagnoseEvent.DiagnoseStarted started) {
      return Optional.of(DiagnosisFold.asRun(started));
    } else if (event instanceof ServiceEvent.ServicesStarted started) {
      return Optional.of(ServicesFold.asRun(started));
    } else if (event instanceof ServiceEvent.StopStarted started) {
      return Optional.of(ServicesFold.asRun(started));
    }
    return Optional.empty();
  }

  private void apply(Event event) {
    phases.apply(event, elapsed);
    waits.apply(event, elapsed);
    if (event instanceof CleanEvent clean) {
      cleaning.apply(clean);
    } else if (event instanceof DatabaseEvent database) {
      databases.apply(database);
    } else if (event instanceof LintEvent told) {
      lint.apply(told);
    } else if (event instanceof SmokeEvent told) {
      smoke.apply(told);
    } else if (event instanceof DiagnoseEvent told) {
      diagnosis.apply(told);
    } else if (event instanceof ServiceEvent service) {
      services.apply(service, elapsed);
    } else {
      applyToImage(event);
    }
    if (event instanceof Event.End end) {
      elapsed = end.duration();
    }
  }

  private void applyToImage(Event event) {
    if (event instanceof PrepareEvent.RecipeRead read) {
      recipe = read;
    } else if (event instanceof PrepareEvent.PresetTaken taken) {
      preset = Optional.of(taken.preset());
    } else if (event instanceof PrepareEvent.PhaseWanted wanted) {
      until = Optional.of(wanted.phase());
    } else if (event instanceof PrepareEvent.BuilderChosen chosen) {
      builder = Optional.of(chosen.builder());
    } else if (event instanceof PrepareEvent.StorageMeasured room) {
      storage = Optional.of(new Storage(room.folder(), room.freeBytes(), room.totalBytes()));
    } else if (event instanceof TransferEvent.PushDone push) {
      pushed(push);
    } else if (event instanceof TransferEvent.PushFailed push) {
      notPushed(push);
    } else if (event instanceof PrepareEvent.InputsRead read) {
      inputs = Optional.of(read.inputs());
    } else if (event instanceof PrepareEvent.ImageMeasured measured) {
      bytes = Optional.of(bytes.orElse(0L) + measured.bytes());
    } else if (event instanceof Event.Warned warned) {
      warnings.add(warned.message());
    } else if (event instanceof Event.RunSucceeded succeeded) {
      result =
          Optional.of(
              new ImageResult(
                  succeeded.cache(),
                  succeeded.digest(),
                  succeeded.reference(),
                  succeeded.published(),
                  succeeded.saved()));
    } else if (event instanceof Event.RunPlanned plan) {
      planned = Optional.of(plan.cache());
    } else if (event instanceof Event.RunFailed failed) {
      failure = Optional.of(new Failure(failed.problem(), failed.message()));
    }
  }

  private void pushed(TransferEvent.PushDone push) {
    pushes.add(
        new PushReport(
            push.subject(),
            push.reference(),
            before(push.duration()),
            push.duration(),
            push.digest(),
            push.sentBytes(),
            push.layersSent(),
            push.layersThere(),
            Optional.empty()));
  }

  private void notPushed(TransferEvent.PushFailed push) {
    pushes.add(
        new PushReport(
            push.subject(),
            push.reference(),
            before(push.duration()),
            push.duration(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(push.message())));
  }

  private Duration before(Duration took) {
    return notNegative(elapsed.minus(took));
  }

  /** Wall clocks are set back now and then; nothing begins before the run for that. */
  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** The report as far as the events tell it. */
  public RunReport report() {
    return new RunReport(
        started,
        elapsed,
        run.version(),
        Optional.of(run.useCase()).filter(name -> !name.isEmpty()),
        run.label(),
        run.repository(),
        image(),
        details(),
        waits.waits(),
        warnings,
        failure,
        current.current());
  }

  private ImageReport image() {
    return new ImageReport(
        run.tags(),
        new RecipeReport(preset, until, recipe.key(), recipe.platform(), inputs),
        builder,
        storage,
        phases.phases(),
        bytes,
        pushes,
        planned,
        result);
  }

  /** No run tells the events of two use cases. */
  private Optional<Details> details() {
    return Optional.<Details>empty()
        .or(cleaning::report)
        .or(databases::report)
        .or(lint::report)
        .or(smoke::report)
        .or(diagnosis::report)
        .or(services::report);
  }
}
