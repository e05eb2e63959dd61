package io.jenkins.plugins.aiimage.jenkins.run;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The events of one run, as far as they have arrived. Told twice, an event changes nothing. */
final class Story {
  private static final Logger LOGGER = Logger.getLogger(Story.class.getName());

  private final Masks masks;
  private final ReportFold fold = new ReportFold();
  private long lastNumber;
  private boolean ended;
  private Optional<String> imageId = Optional.empty();

  Story(Masks masks) {
    this.masks = masks;
  }

  /**
   * Takes up whole lines of the event file. What cannot be read is passed over: after an upgrade,
   * an older program may still be running.
   */
  void add(List<String> lines) {
    for (String line : lines) {
      try {
        add(EventJson.read(line, masks::in));
      } catch (IllegalArgumentException e) {
        LOGGER.log(Level.FINE, e, () -> "unreadable event");
      }
    }
  }

  /**
   * That of a program whose step ends before it.
   *
   * @param known what it told; empty if it was not heard
   */
  static Story abandoned(Optional<Story> known) {
    Story story = known.orElseGet(() -> new Story(new Masks(List.of())));
    story.breakOff(Problem.ABORTED, "The step ended before the program.", Instant.now());
    return story;
  }

  private void add(Entry entry) {
    lastNumber = Math.max(lastNumber, entry.number());
    if (entry.event() instanceof PhaseEvent.PhaseBuilt built) {
      imageId = Optional.of(built.imageId());
    }
    ended |= entry.event() instanceof Event.End;
    fold.on(entry);
  }

  /**
   * Gives a story that broke off an end.
   *
   * @param now counts where nothing had been told yet
   */
  void breakOff(Problem problem, String message, Instant now) {
    RunReport soFar = fold.report();
    Instant end = lastNumber == 0 ? now : soFar.started().plus(soFar.duration());
    Event failed = new Event.RunFailed(problem, message, soFar.duration());
    add(new Entry(lastNumber + 1, end, failed));
  }

  /** Whether the run told its end. */
  boolean isComplete() {
    return ended;
  }

  RunReport report() {
    return fold.report();
  }

  /** What the engine calls the image, if one was built. */
  Optional<String> imageId() {
    return imageId;
  }
}
