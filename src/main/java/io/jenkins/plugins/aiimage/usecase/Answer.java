package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.report.Problem;
import java.util.Optional;

/** What {@link UseCase#answer} came to. */
public sealed interface Answer {
  /** All is done and told; {@code problem} is empty if it succeeded. */
  record Done(Optional<Problem> problem) implements Answer {}

  /**
   * There is work to do. What was told is to be forgotten.
   *
   * @param key of the work: whoever has the same key wants the same
   * @param repository where the result will be
   * @param shared whether other machines will see it there
   */
  record Work(String key, String repository, boolean shared) implements Answer {}
}
