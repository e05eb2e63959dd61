package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.engine.api.Ending;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.util.Optional;

/** What a Docker engine says of one push, from the first layer to the outcome. */
final class PushStory {
  private final ImagePush push;
  private final PacedListener listener;
  private final PushedLayers layers = new PushedLayers();
  private Optional<Digest> digest = Optional.empty();
  private Optional<String> error = Optional.empty();

  PushStory(ImagePush push, PushListener listener) {
    this.push = push;
    this.listener = new PacedListener(listener, System::nanoTime);
  }

  void heard(PushMessage message) {
    digest = message.digest().or(() -> digest);
    error = message.error().or(() -> error);
    layers.heard(message);
    if (layers.areKnown()) {
      listener.progress(layers.progress());
    }
  }

  /** The outcome, if the engine itself was asked. */
  PushOutcome outcome(Ending ending) {
    listener.flush();
    if (error.isPresent()) {
      return new PushOutcome.Failed(error.get());
    }
    if (ending instanceof Ending.Answered answer) {
      return answer.status() == 200
          ? arrived(Optional.of(layers.progress().sent()))
          : new PushOutcome.Failed("the engine answered " + answer.status() + ".");
    }
    // With the digest the manifest is in the registry, whatever became of the connection.
    return digest.isPresent() ? arrived(Optional.of(layers.progress().sent())) : unfinished(ending);
  }

  private PushOutcome unfinished(Ending ending) {
    return ending instanceof Ending.Interrupted interrupted
        ? PushWords.of(interrupted.why(), push)
        : new PushOutcome.Failed(
            "The connection to the engine broke during the push ("
                + ((Ending.Broken) ending).words()
                + ").");
  }

  /** The outcome, if its client was asked. */
  PushOutcome outcome(WatchedCommand.Outcome ending) {
    listener.flush();
    if (ending.killed().isPresent()) {
      return PushWords.of(ending.killed().get(), push);
    }
    return ending.result().succeeded()
        ? arrived(Optional.empty())
        : new PushOutcome.Failed(ending.result().complaint());
  }

  private PushOutcome arrived(Optional<Long> sent) {
    return new PushOutcome.Arrived(
        digest, sent, layers.areKnown() ? Optional.of(layers.counted()) : Optional.empty());
  }
}
