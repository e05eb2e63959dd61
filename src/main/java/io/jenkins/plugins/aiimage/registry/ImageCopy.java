package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Copies an image or an index from one repository to another, byte for byte, under the same digest.
 * Within one registry no layer moves: the blobs are mounted. Otherwise they stream through, and
 * touch no disk.
 */
public final class ImageCopy {
  /** Engines push five layers at once; here each has two connections. */
  private static final int AT_ONCE = 3;

  private final Repository from;
  private final Repository to;
  private final BooleanSupplier over;
  private final CopyProgress progress;

  /**
   * A copy of one image; to be run once.
   *
   * @param over asked often: whether to give up
   * @param listener told how far it is, by several threads but one at a time
   */
  public ImageCopy(Repository from, Repository to, BooleanSupplier over, CopyListener listener) {
    this.from = from;
    this.to = to;
    this.over = over;
    this.progress = new CopyProgress(listener);
  }

  /**
   * What a copy came to: layers, and compressed bytes as they travel. All is 0 where the image was
   * there.
   */
  public record Copied(long sentBytes, int sent, int there, int mounted) {}

  /**
   * Copies. Afterwards the other repository has the image by its digest, and no tag more.
   *
   * @throws RegistryException in one sentence; what has arrived until then does no harm
   */
  public Copied copy(Manifest image) throws RegistryException {
    if (to.head(image.digest().toString()).isPresent()) {
      return progress.copied();
    }
    Set<Manifest> manifests = manifests(image);
    Set<Descriptor> blobs = new LinkedHashSet<>();
    for (Manifest manifest : manifests) {
      ManifestContent content = manifest.content();
      progress.expect(content);
      blobs.addAll(content.blobs());
    }
    progress.expect(blobs);
    copy(blobs);
    for (Manifest manifest : manifests) {
      to.put(manifest.digest().toString(), manifest);
    }
    return progress.copied();
  }

  /** Those that an index lists stand before it: a registry accepts it only then. */
  private Set<Manifest> manifests(Manifest image) throws RegistryException {
    Set<Manifest> all = new LinkedHashSet<>();
    for (Descriptor part : image.content().manifests()) {
      all.addAll(manifests(from.get(part.digest().toString())));
    }
    all.add(image);
    return all;
  }

  private void copy(Set<Descriptor> blobs) throws RegistryException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(AT_ONCE, blobs.size())),
            task -> {
              Thread thread = new Thread(task, "ai-image copy");
              thread.setDaemon(true);
              return thread;
            });
    List<Future<Void>> copies = new ArrayList<>();
    for (Descriptor blob : blobs) {
      copies.add(workers.submit(() -> copy(blob)));
    }
    try {
      for (Future<Void> copy : copies) {
        copy.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } finally {
      workers.shutdownNow();
    }
  }

  private Void copy(Descriptor blob) throws IOException {
    if (over.getAsBoolean()) {
      throw interrupted();
    }
    if (to.blobs().isInSameRegistry(from.blobs()) && to.blobs().mount(blob.digest(), from.name())) {
      progress.mounted(blob);
    } else if (to.blobs().has(blob.digest())) {
      progress.there(blob);
    } else {
      to.blobs().send(blob, stream -> from.blobs().download(blob, progress.count(stream, over)));
      progress.sent(blob);
    }
    return null;
  }

  private static RegistryException failure(Throwable cause) {
    if (cause instanceof RegistryException known) {
      return known;
    }
    if (cause instanceof InterruptedIOException) {
      return interrupted();
    }
    throw new IllegalStateException(cause);
  }

  private static RegistryException interrupted() {
    return RegistryException.of(
        RegistryException.Kind.TIMED_OUT, "The copy of the image was given up.");
  }
}
