package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Patience;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import io.jenkins.plugins.aiimage.build.process.WrittenBytes;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A push by podman or buildah. Without a terminal they name each layer as they come to it, and say
 * neither how far it is nor whether it was there (podman 4.3, buildah 1.28).
 */
final class StorePush {
  private static final String ALGORITHM = "sha256:";

  private final Store store;
  private final ImagePush push;
  private final PacedListener listener;
  private int layers;

  StorePush(Store store, ImagePush push, PushListener listener) {
    this.store = store;
    this.push = push;
    this.listener = new PacedListener(listener, System::nanoTime);
  }

  PushOutcome run() throws EngineException {
    try (WorkFolder folder = WorkFolder.create()) {
      Path digestFile = folder.path().resolve("digest");
      WatchedCommand.Outcome ending =
          WatchedCommand.run(
              store.client().command(words(digestFile), Map.of()),
              new Patience(push.timeout(), push.stallTimeout()),
              store.client().abort(),
              WrittenBytes::new,
              this::heard);
      listener.flush();
      if (ending.killed().isPresent()) {
        return PushWords.of(ending.killed().get(), push);
      }
      if (!ending.result().succeeded()) {
        return PushWords.clean(new PushOutcome.Failed(ending.result().complaint()), "");
      }
      Optional<Digest> digest =
          Files.exists(digestFile)
              ? Digest.tryParse(Files.readString(digestFile).strip())
              : Optional.empty();
      return new PushOutcome.Arrived(digest, Optional.empty(), Optional.empty());
    } catch (IOException e) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "builder: " + store.client().program() + " cannot be run (" + e.getMessage() + ").");
    }
  }

  private List<String> words(Path digestFile) {
    List<String> words = new ArrayList<>(List.of("push", "--digestfile", digestFile.toString()));
    words.addAll(store.plainHttp().options(push.destination()));
    String id = push.imageId();
    words.add("--");
    words.add(id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id);
    words.add("docker://" + push.destination());
    return words;
  }

  private void heard(String line) {
    if (line.startsWith("Copying blob ")) {
      layers++;
      listener.progress(new PushProgress(0, 0, 0, layers));
    } else if (line.startsWith("Copying config ")) {
      // It comes after all layers.
      listener.progress(new PushProgress(0, 0, layers, layers));
    }
  }
}
