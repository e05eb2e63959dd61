package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Printable;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the log says of the image that is on its way to the registry. */
final class Pushes {
  private final Duration betweenLines;
  private Instant nextLine = Instant.MAX;
  private String words = "";

  /** In a log file, a push says that often how far it is. */
  Pushes(Duration betweenLines) {
    this.betweenLines = betweenLines;
  }

  void began(Instant time) {
    nextLine = time.plus(betweenLines);
  }

  void ended() {
    words = "";
  }

  /** {@code ↑ torch: 512 MB of 1.5 GB, 3 of 7 layers}. */
  String progressed(TransferEvent.PushProgress progress) {
    StringBuilder text = new StringBuilder("↑ ");
    text.append(Printable.shortened(progress.subject(), 40)).append(": ");
    if (progress.total() > 0) {
      text.append(Sizes.words(progress.sent()));
      text.append(" of ").append(Sizes.words(progress.total())).append(", ");
    }
    text.append(progress.layersDone()).append(" of ").append(progress.layers()).append(" layers");
    words = text.toString();
    return words;
  }

  /** Whether it is time for another line in a log file. */
  boolean isDue(Instant now) {
    if (now.isBefore(nextLine)) {
      return false;
    }
    nextLine = now.plus(betweenLines);
    return true;
  }

  /** For the one line of a terminal, which it shares with a phase. */
  String beside(String phase) {
    return words.isEmpty() || phase.isEmpty() ? words + phase : words + " · " + phase;
  }

  static String done(TransferEvent.PushDone push) {
    StringBuilder text = new StringBuilder("pushed ").append(push.subject());
    text.append(" in ").append(Durations.words(push.duration()));
    if (push.layersSent().isPresent()) {
      layers(push.layersSent().get(), push.layersThere().orElse(0), push.sentBytes(), text);
    }
    return text.toString();
  }

  private static void layers(int sent, int there, Optional<Long> bytes, StringBuilder text) {
    if (sent == 0) {
      text.append(there == 1 ? "; its layer was there" : "; all its layers were there");
      return;
    }
    text.append("; sent ").append(sent).append(sent == 1 ? " layer" : " layers");
    bytes.ifPresent(size -> text.append(" of ").append(Sizes.words(size)));
    text.append(", ").append(there).append(there == 1 ? " was there" : " were there");
  }
}
