package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.failure.Ansi;
import io.jenkins.plugins.aiimage.build.failure.Credentials;
import io.jenkins.plugins.aiimage.build.process.Interruption;
import io.jenkins.plugins.aiimage.report.Durations;

/** Why a push failed. */
final class PushWords {
  private static final int LONGEST = 1000;

  private PushWords() {}

  static PushOutcome of(Interruption why, ImagePush push) {
    return new PushOutcome.Failed(
        switch (why) {
          case ABORTED -> "The push was stopped with the run.";
          case OUT_OF_TIME ->
              "The push did not end within the "
                  + Durations.words(push.timeout())
                  + " that were left for it.";
          case SILENT ->
              "The push stalled: nothing moved for "
                  + Durations.words(push.stallTimeout())
                  + "; check the registry and the network to it.";
        });
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
