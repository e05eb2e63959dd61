package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees to one database: once it is done, the newest that can be had is in place. */
final class Provision {
  private final TrivyRequest.Wanted wanted;
  private final TrivyRequest request;
  private final Place place;
  private final Delivery delivery;
  private final Handover handover;
  private final Downloads downloads;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final List<String> complaints = new ArrayList<>();
  private long bytes;

  Provision(
      TrivyRequest.Wanted wanted,
      TrivyRequest request,
      Delivery delivery,
      Downloads downloads,
      EventLog events,
      Clock clock,
      Abort abort) {
    this.wanted = wanted;
    this.place = new Place(request.cache(), wanted.database());
    this.request = request;
    this.delivery = delivery;
    this.handover =
        new Handover(wanted.database(), place, delivery, events, clock, clock.instant());
    this.downloads = downloads;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
  }

  /** Whether nothing has to be done, and nobody asked. An archive is always looked at. */
  boolean isReady() {
    return request.archive().isEmpty() && isFresh();
  }

  private boolean isFresh() {
    return place
        .installed()
        .filter(there -> there.metadata().isFresh(clock.instant(), request.maxAge()))
        .isPresent();
  }

  private boolean isTooOld() {
    return place
        .installed()
        .filter(there -> there.metadata().isOlderThan(request.maxAge(), clock.instant()))
        .isPresent();
  }

  /** Does it, and tells what came of it. */
  void run(Flight flight) throws UseCaseException {
    if (isReady()) {
      ready(DatabaseResult.HIT, Optional.empty());
      return;
    }
    String name = wanted.database().words();
    try (Flight.Turn unused =
        flight.enter("trivy " + name, "fetches the database " + name + " too")) {
      place.tidy();
      if (isReady()) {
        ready(DatabaseResult.HIT, Optional.empty());
      } else {
        search();
      }
    } catch (InterruptedIOException e) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    } catch (IOException e) {
      complaints.add(cannotWrite(e));
      makeRoom();
      makeDo();
    }
  }

  private void search() throws UseCaseException, IOException {
    boolean fromMirror = false;
    if (wanted.mirror().isPresent() && request.archive().isEmpty()) {
      Optional<DatabaseResult> result = attempt(wanted.mirror().get());
      fromMirror = result.equals(Optional.of(DatabaseResult.FETCHED));
      // It has only what somebody gave it: that it has nothing newer says nothing.
      if (result.isPresent() && isFresh()) {
        ready(result.get(), wanted.mirror());
        return;
      }
    }
    for (Origin origin : request.origins(wanted)) {
      Optional<DatabaseResult> result = attempt(origin);
      if (result.isPresent() && isTooOld()) {
        complaints.add(origin + ": It has one that is too old.");
      } else if (result.isPresent()) {
        ready(result.get(), Optional.of(origin));
        return;
      }
    }
    if (fromMirror && !isTooOld()) {
      ready(DatabaseResult.FETCHED, wanted.mirror());
    } else {
      makeDo();
    }
  }

  /** Empty if this source is of no use. */
  private Optional<DatabaseResult> attempt(Origin source) throws UseCaseException, IOException {
    if (abort.requested()) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    }
    try {
      return Optional.of(from(source));
    } catch (RegistryException | ArtifactException e) {
      if (abort.requested()) {
        throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
      }
      complaints.add(source + ": " + e.getMessage());
      if (!isEmptyMirror(source, e)) {
        warn("did not come from " + source, e);
      }
      return Optional.empty();
    }
  }

  /** That is how a mirror begins, and no fault. */
  private boolean isEmptyMirror(Origin source, IOException e) {
    return source.equals(wanted.mirror().orElse(null))
        && e instanceof RegistryException failure
        && failure.kind() == RegistryException.Kind.NOT_FOUND;
  }

  private void warn(String what, IOException e) {
    events.publish(
        new Event.Warned(
            "The database " + wanted.database().words() + " " + what + ": " + e.getMessage()));
  }

  private DatabaseResult from(Origin source) throws IOException {
    Optional<Digest> known = place.installed().flatMap(Place.Installed::digest);
    if (known.isPresent()) {
      Optional<Descriptor> now = downloads.ask(wanted.database(), source);
      if (now.map(Descriptor::digest).equals(known)) {
        return same();
      }
    }
    Artifact artifact = downloads.fetch(place, source);
    place.removeParts(Optional.of(artifact.file()));
    boolean needed = false;
    Installer.Outcome outcome;
    try {
      outcome = new Installer(place).install(artifact, clock.instant());
      bytes += artifact.layer().size();
      if (outcome == Installer.Outcome.INSTALLED) {
        needed = delivery.fetched(wanted.database(), artifact);
        mirror(artifact, source);
      }
    } finally {
      // Complete, it is of no more use: unpacked it is in place, or it is not what it should be.
      place.removeParts(needed ? Optional.of(artifact.file()) : Optional.empty());
    }
    return switch (outcome) {
      case INSTALLED -> DatabaseResult.FETCHED;
      case SAME -> same();
      case OLDER ->
          throw new ArtifactException("It has an older one than there is; that one stays.");
    };
  }

  private DatabaseResult same() throws IOException {
    if (wanted.database().isFolder()) {
      place.renew(clock.instant());
    }
    return DatabaseResult.HIT;
  }

  private void mirror(Artifact artifact, Origin source) {
    if (wanted.mirror().isEmpty() || source.equals(wanted.mirror().get())) {
      return;
    }
    try {
      downloads.send(artifact, wanted.mirror().get());
    } catch (IOException e) {
      warn("did not get to " + wanted.mirror().get(), e);
    }
  }

  /** On a disk that is full, what has arrived would keep it full for all others. */
  private void makeRoom() {
    try {
      place.removeParts(Optional.empty());
    } catch (IOException e) {
      // A folder that cannot be written had nothing arrive in it.
      return;
    }
  }

  /** No source was of use. */
  private void makeDo() throws UseCaseException {
    if (isFresh()) {
      ready(DatabaseResult.HIT, Optional.empty());
      return;
    }
    Optional<Metadata> there = place.installed().map(Place.Installed::metadata);
    String tried = String.join(" ", complaints);
    String name = wanted.database().words();
    if (there.isEmpty()) {
      throw new UseCaseException(
          Problem.DATABASE,
          (request.export().isPresent()
                  ? "There is nothing to write to " + request.export().get() + ": no database "
                  : "There is nothing in " + place.folder() + ", and no database ")
              + name
              + " came. "
              + tried);
    }
    Duration age = there.get().age(clock.instant());
    if (there.get().isOlderThan(request.maxAge(), clock.instant())) {
      throw new UseCaseException(
          Problem.DATABASE,
          "The database "
              + name
              + " in "
              + place.folder()
              + " is "
              + Ages.words(age)
              + " old, older than allowed, and no newer one came. "
              + tried);
    }
    events.publish(
        new Event.Warned(
            "The database " + name + " is " + Ages.words(age) + " old: no newer one came."));
    ready(DatabaseResult.STALE, Optional.empty());
  }

  private String cannotWrite(IOException e) {
    return "The folder "
        + place.cache()
        + " cannot be written ("
        + Handover.reason(e)
        + "): see to its owner and its free space.";
  }

  private void ready(DatabaseResult result, Optional<? extends Origin> source)
      throws UseCaseException {
    handover.ready(result, source.map(Origin::toString), bytes);
  }
}
