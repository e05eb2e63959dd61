package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run under way does now: a phase, or else a pull or a push.
 *
 * @param subject name of the phase, or of what is pulled or pushed
 * @param number of the phase among those to build, from 1; 0 for what is no phase
 * @param total how many are to build; 0 likewise
 * @param since when it began
 * @param expected what it took when this machine last did it, if it ever did
 * @param doing what is going on in it, as a person reads it, if that is known
 * @param silence since the builder last said anything, when the last event was told
 * @param silenceLimit how long that may go on; zero for what has no such limit
 */
public record Current(
    String subject,
    int number,
    int total,
    Instant since,
    Optional<Duration> expected,
    Optional<String> doing,
    Duration silence,
    Duration silenceLimit) {
  Current brief(Brief how) {
    return new Current(
        subject, number, total, since, expected, doing.map(how::sentence), silence, silenceLimit);
  }
}
