package io.jenkins.plugins.aiimage.build.failure;

import java.util.Optional;

/** A line that was heard, and what it is a sign of. */
record Clue(Sign sign, Weight weight, String line, Optional<String> subject) {

  static Clue of(Evidence evidence, String line) {
    return new Clue(evidence.sign(), evidence.weight(), line, evidence.template().subjectIn(line));
  }

  boolean isOf(Sign other) {
    return sign.id().equals(other.id());
  }

  boolean isAbout(String tool) {
    return sign.tool().equals(tool);
  }

  /** The same with a subject, if it has none yet and the other knows one. */
  Clue completedBy(Clue other) {
    return subject.isPresent() || other.subject.isEmpty()
        ? this
        : new Clue(sign, weight, line, other.subject);
  }

  /** Which counts when the other, only a consequence, was heard later. */
  Clue followedBy(Clue sequel) {
    return isAbout(sequel.sign.tool()) ? completedBy(sequel) : this;
  }

  /** Which counts when the other, as strong, was heard later. */
  Clue replacedBy(Clue later) {
    if (overrules()) {
      return this;
    }
    return isOf(later.sign) ? later.completedBy(this) : later;
  }

  boolean overrules() {
    return weight == Weight.OVERRULING;
  }

  /** The same line as a sign of something more exact. */
  Clue as(Sign refined) {
    return new Clue(refined, weight, line, subject);
  }
}
