package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.registry.Timeouts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which image a name in the Dockerfile stands for: by one request to its registry,
 * remembered for ten minutes; otherwise as the engine has it; otherwise the name itself.
 */
final class BaseImages {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final String FOLDER = "base-images";
  private static final String NO_ANSWER = "-";

  private final StateFolder state;
  private final CredentialSource credentials;
  private final Map<String, String> environment;
  private final Clock clock;
  private final ChosenEngine chosen;

  BaseImages(
      StateFolder state,
      CredentialSource credentials,
      Map<String, String> environment,
      Clock clock,
      ChosenEngine chosen) {
    this.state = state;
    this.credentials = credentials;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.chosen = chosen;
  }

  /**
   * What a name stands for.
   *
   * @param identity what goes into the key
   * @param pinned the name with the digest, to build from exactly that image; empty if it has none
   * @param certain false if nobody could be asked and the name stands for itself
   */
  record BaseImage(String identity, Optional<String> pinned, boolean certain) {}

  BaseImage resolve(String name) throws PrepareException {
    ImageReference reference;
    try {
      reference = ImageReference.parse(name);
    } catch (InvalidReferenceException e) {
      throw PrepareException.input(
          "The Dockerfile names an image that cannot be: " + e.getMessage());
    }
    if (reference.digest().isPresent()) {
      return new BaseImage(reference.digest().get().toString(), Optional.of(name), true);
    }
    Optional<String> digest = remembered(reference).or(() -> askRegistry(reference));
    if (digest.isPresent() && !digest.get().equals(NO_ANSWER)) {
      return pinned(name, digest.get());
    }
    return askEngine(name, reference).orElseGet(() -> new BaseImage(name, Optional.empty(), false));
  }

  private static BaseImage pinned(String name, String digest) {
    return new BaseImage(digest, Optional.of(name + "@" + digest), true);
  }

  private Optional<String> remembered(ImageReference reference) {
    return state
        .read(FOLDER, fileOf(reference))
        .map(String::strip)
        .flatMap(
            text -> {
              int blank = text.indexOf(' ');
              return blank < 0 ? Optional.empty() : fresh(text, blank);
            });
  }

  private Optional<String> fresh(String text, int blank) {
    try {
      Instant asked = Instant.ofEpochMilli(Long.parseLong(text.substring(0, blank)));
      Instant now = clock.instant();
      boolean valid = !asked.isAfter(now) && asked.plus(REMEMBERED).isAfter(now);
      return valid ? Optional.of(text.substring(blank + 1)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<String> askRegistry(ImageReference reference) {
    String answer = NO_ANSWER;
    try {
      Registry registry =
          Registry.of(
              RegistryHost.of(reference),
              credentials,
              Timeouts.DEFAULT,
              RetryPolicy.NONE,
              environment);
      Optional<Descriptor> found =
          registry.repository(reference.repository()).head(reference.reference());
      answer = found.map(Descriptor::digest).map(Digest::toString).orElse(NO_ANSWER);
    } catch (RegistryException e) {
      // Unreachable, refusing or confused: the engine may know the image.
      answer = NO_ANSWER;
    }
    state.write(FOLDER, fileOf(reference), clock.millis() + " " + answer);
    return Optional.of(answer);
  }

  /** The digest by which the engine once pulled it, so that all machines agree; else its id. */
  private Optional<BaseImage> askEngine(String name, ImageReference reference) {
    try {
      Optional<Engine.LocalImage> image = chosen.engine().image(name);
      if (image.isEmpty()) {
        return Optional.empty();
      }
      String repository = reference.registry() + "/" + reference.repository();
      for (String known : image.get().repositoryDigests()) {
        ImageReference pulled = ImageReference.parse(known);
        if ((pulled.registry() + "/" + pulled.repository()).equals(repository)
            && pulled.digest().isPresent()) {
          return Optional.of(pinned(name, pulled.digest().get().toString()));
        }
      }
      return Optional.of(new BaseImage(image.get().id(), Optional.empty(), true));
    } catch (EngineException | InvalidReferenceException e) {
      return Optional.empty();
    }
  }

  private static String fileOf(ImageReference reference) {
    return Digest.of(reference.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }
}
