package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Waits.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells of waits for other runs. */
final class WaitsFold {
  private final List<Wait> over = new ArrayList<>();
  private Optional<Wait> underWay = Optional.empty();

  /**
   * Takes note of an event.
   *
   * @param elapsed since the run began
   */
  void apply(Event event, Duration elapsed) {
    if (event instanceof Event.WaitingForRun wait) {
      underWay = Optional.of(wait(wait.who(), wait.elapsed(), elapsed));
    } else if (event instanceof Event.WaitedForRun wait) {
      over.add(wait(wait.who(), wait.duration(), elapsed));
      underWay = Optional.empty();
    }
  }

  private static Wait wait(String who, Duration took, Duration elapsed) {
    Duration start = elapsed.minus(took);
    return new Wait(who, start.isNegative() ? Duration.ZERO : start, took);
  }

  Waits waits() {
    List<Wait> all = new ArrayList<>(over);
    underWay.ifPresent(all::add);
    return Waits.of(all);
  }
}
