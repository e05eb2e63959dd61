package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.engine.api.EngineAddress;
import io.jenkins.plugins.aiimage.build.engine.api.EngineApi;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import java.util.Optional;

/** A push of what a tag of a Docker engine names. */
record DockerPush(DockerClient client, CredentialSource credentials) {

  PushOutcome push(Optional<EngineAddress> engine, ImagePush push, PushListener listener)
      throws EngineException {
    Optional<PushOutcome> outcome =
        engine.flatMap(
            address ->
                new ApiPush(new EngineApi(address, client.abort()), credentials)
                    .push(push, listener));
    return outcome.isPresent() ? outcome.get() : byClient(push, listener);
  }

  /**
   * Without a terminal the client tells of each layer only when it is done, and a layer takes
   * minutes: how long it is silent says nothing.
   */
  private PushOutcome byClient(ImagePush push, PushListener listener) throws EngineException {
    PushStory story = new PushStory(push, listener);
    WatchedCommand.Outcome ending =
        client.follow(
            push.timeout(),
            line -> story.heard(PushMessage.ofLine(line)),
            "push",
            "--",
            push.destination());
    return PushWords.clean(story.outcome(ending), "");
  }
}
