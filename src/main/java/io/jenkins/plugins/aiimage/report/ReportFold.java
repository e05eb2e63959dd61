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
  private Event.RecipeRead recipe = new Event.RecipeRead("", "", List.of(), 0, 0);
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
    if (entry.event() instanceof Event.RunStarted event) {
      run = event;
      started = entry.time();
    } else if (entry.event() instanceof Event.CleanStarted event) {
      run = CleaningFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.DatabasesStarted event) {
      run = DatabasesFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.LintStarted event) {
      run = LintFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.SmokeStarted event) {
      run = SmokeFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.DiagnoseStarted event) {
      run = DiagnosisFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.ServicesStarted event) {
      run = ServicesFold.asRun(event);
      started = entry.time();
    } else if (entry.event() instanceof Event.StopStarted event) {
      run = ServicesFold.asRun(event);
      started = entry.time();
    }
    elapsed = notNegative(Duration.between(started, entry.time()));
    current.apply(entry.event(), entry.time());
    apply(entry.event());
  }

  private void apply(Event event) {
    phases.apply(event, elapsed);
    waits.apply(event, elapsed);
    cleaning.apply(event);
    databases.apply(event);
    lint.apply(event);
    smoke.apply(event);
    diagnosis.apply(event);
    services.apply(event, elapsed);
    if (event instanceof Event.RecipeRead read) {
      recipe = read;
    } else if (event instanceof Event.PresetTaken taken) {
      preset = Optional.of(taken.preset());
    } else if (event instanceof Event.PhaseWanted wanted) {
      until = Optional.of(wanted.phase());
    } else if (event instanceof Event.BuilderChosen chosen) {
      builder = Optional.of(chosen.builder());
    } else if (event instanceof Event.StorageMeasured room) {
      storage = Optional.of(new Storage(room.folder(), room.freeBytes(), room.totalBytes()));
    } else if (event instanceof Event.PushDone push) {
      pushed(push);
    } else if (event instanceof Event.PushFailed push) {
      notPushed(push);
    } else if (event instanceof Event.InputsRead read) {
      inputs = Optional.of(read.inputs());
    } else if (event instanceof Event.ImageMeasured measured) {
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
      elapsed = succeeded.duration();
    } else if (event instanceof Event.RunPlanned plan) {
      planned = Optional.of(plan.cache());
      elapsed = plan.duration();
    } else if (event instanceof Event.CleanSucceeded clean) {
      elapsed = clean.duration();
    } else if (event instanceof Event.DatabasesSucceeded all) {
      elapsed = all.duration();
    } else if (event instanceof Event.LintSucceeded all) {
      elapsed = all.duration();
    } else if (event instanceof Event.SmokeSucceeded all) {
      elapsed = all.duration();
    } else if (event instanceof Event.DiagnoseSucceeded all) {
      elapsed = all.duration();
    } else if (event instanceof Event.ServicesSucceeded all) {
      elapsed = all.duration();
    } else if (event instanceof Event.RunFailed failed) {
      failure = Optional.of(new Failure(failed.problem(), failed.message()));
      elapsed = failed.duration();
    }
  }

  private void pushed(Event.PushDone push) {
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

  private void notPushed(Event.PushFailed push) {
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
