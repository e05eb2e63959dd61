package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * For how long a run waited for others on this machine that did the same.
 *
 * @param total of all waits; empty if there was none
 * @param who was waited for last, as a person reads it
 * @param each in order; of many only the last, and none in reports of versions that did not list
 *     them
 */
public record Waits(Optional<Duration> total, Optional<String> who, List<Wait> each) {
  public Waits {
    each = List.copyOf(each);
  }

  static Waits of(List<Wait> each) {
    return new Waits(
        each.stream().map(Wait::duration).reduce(Duration::plus),
        each.stream().reduce((first, second) -> second).map(Wait::who),
        each);
  }

  Waits brief(Brief how) {
    return new Waits(
        total,
        who.map(how::sentence),
        Brief.last(each).stream().map(wait -> wait.brief(how)).toList());
  }

  /**
   * One of them.
   *
   * @param who as above
   * @param start since the run began
   */
  public record Wait(String who, Duration start, Duration duration) {
    private Wait brief(Brief how) {
      return new Wait(how.sentence(who), start, duration);
    }
  }
}
