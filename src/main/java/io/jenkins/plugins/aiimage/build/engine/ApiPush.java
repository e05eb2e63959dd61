package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.engine.api.Ending;
import io.jenkins.plugins.aiimage.build.engine.api.EngineApi;
import io.jenkins.plugins.aiimage.build.process.Patience;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A push by the engine's own API: it counts bytes, where its client is silent for minutes. */
record ApiPush(EngineApi api, CredentialSource credentials) {

  /** Empty if the engine cannot be reached in this way; then nothing was done. */
  Optional<PushOutcome> push(ImagePush push, PushListener listener) {
    RegistryLogin login;
    try {
      login = RegistryLogin.of(RegistryHost.of(push.name()), credentials);
    } catch (RegistryException e) {
      return Optional.of(PushWords.clean(new PushOutcome.Failed(e.getMessage()), ""));
    }
    PushStory story = new PushStory(push, listener);
    try {
      Ending ending =
          api.post(
              "/images/" + push.repository() + "/push?tag=" + push.tag(),
              Map.of("X-Registry-Auth", login.header()),
              new Patience(push.timeout(), push.stallTimeout()),
              line -> PushMessage.ofJson(line).ifPresent(story::heard));
      return Optional.of(PushWords.clean(story.outcome(ending), login.secret()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
