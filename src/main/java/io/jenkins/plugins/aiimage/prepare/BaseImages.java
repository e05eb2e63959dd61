package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out which image a name in the Dockerfile stands for: by one request to its registry,
 * remembered for ten minutes; otherwise as the engine has it; otherwise the name itself.
 */
final class BaseImages {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final String FOLDER = "base-images";
  private static final String ASK_ENGINE = "-";

  private final Machine machine;
  private final StateFolder state;
  private final Clock clock;
  private final ChosenEngine chosen;

  BaseImages(Machine machine, ChosenEngine chosen) {
    this.machine = machine;
    this.state = machine.state();
    this.clock = machine.clock();
    this.chosen = chosen;
  }

  /** What a name stands for. */
  sealed interface BaseImage {
    /**
     * An image that the registry or the engine has.
     *
     * @param identity what goes into the key
     * @param pinned the name with the digest, to build from exactly that image; empty if it has
     *     none
     */
    record Known(String identity, Optional<String> pinned) implements BaseImage {}

    /** Nobody who could be asked knows: the name stands for itself. */
    record Unknown() implements BaseImage {}

    /** The registry says that there is none, and the engine has none either. */
    record Absent(String registry) implements BaseImage {}
  }

  BaseImage resolve(String name) throws UseCaseException {
    ImageReference reference;
    try {
      reference = ImageReference.parse(name);
    } catch (InvalidReferenceException e) {
      throw UseCaseException.input(
          "The Dockerfile names an image that cannot be: " + e.getMessage());
    }
    if (reference.digest().isPresent()) {
      return new BaseImage.Known(reference.digest().get().toString(), Optional.of(name));
    }
    Optional<String> remembered = remembered(reference);
    if (remembered.isPresent()) {
      return remembered.get().equals(ASK_ENGINE)
          ? askEngine(name, reference).orElseGet(BaseImage.Unknown::new)
          : pinned(name, remembered.get());
    }
    return ask(name, reference);
  }

  /**
   * A digest is remembered, and that only the engine can tell. That there is no image is not: it
   * may be pushed at any moment.
   */
  private BaseImage ask(String name, ImageReference reference) {
    boolean absent = false;
    try {
      Optional<Descriptor> found =
          machine
              .registry(RegistryHost.of(reference), RetryPolicy.NONE)
              .repository(reference.repository())
              .head(reference.reference());
      if (found.isPresent()) {
        String digest = found.get().digest().toString();
        remember(reference, digest);
        return pinned(name, digest);
      }
      absent = true;
    } catch (RegistryException e) {
      // Unreachable, refusing or confused: the engine may know the image.
      absent = false;
    }
    Optional<BaseImage> local = askEngine(name, reference);
    if (local.isPresent() || !absent) {
      remember(reference, ASK_ENGINE);
    }
    if (local.isPresent()) {
      return local.get();
    }
    return absent ? new BaseImage.Absent(reference.registry()) : new BaseImage.Unknown();
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

  private void remember(ImageReference reference, String answer) {
    state.write(FOLDER, fileOf(reference), clock.millis() + " " + answer);
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
      return Optional.of(new BaseImage.Known(image.get().id(), Optional.empty()));
    } catch (EngineException | InvalidReferenceException e) {
      return Optional.empty();
    }
  }

  private static BaseImage pinned(String name, String digest) {
    return new BaseImage.Known(digest, Optional.of(name + "@" + digest));
  }

  private static String fileOf(ImageReference reference) {
    return Digest.of(reference.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }
}
