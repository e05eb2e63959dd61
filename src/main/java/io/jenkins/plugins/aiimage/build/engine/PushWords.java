package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.failure.Ansi;
import io.jenkins.plugins.aiimage.build.failure.Credentials;
import io.jenkins.plugins.aiimage.report.Durations;
import java.time.Duration;

/** Why a push failed. */
final class PushWords {
  static final String ABORTED = "The push was stopped with the run.";

  private static final int LONGEST = 1000;

  private PushWords() {}

  static String stalled(Duration limit) {
    return "The push stalled: nothing moved for "
        + Durations.words(limit)
        + "; check the registry and the network to it.";
  }

  static String tooLong(Duration limit) {
    return "The push did not end within the " + Durations.words(limit) + " that were left for it.";
  }

  /** One line without colours and credentials. */
  static PushOutcome clean(PushOutcome outcome, String secret) {
    if (outcome instanceof PushOutcome.Failed failed) {
      String line = Credentials.cutFrom(Ansi.strip(failed.words())).replaceAll("\\s+", " ").strip();
      String safe = secret.isEmpty() ? line : line.replace(secret, "…");
      return new PushOutcome.Failed(
          safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…");
    }
    return outcome;
  }
}
