package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Stock;
import io.jenkins.plugins.aiimage.build.engine.Stock.StoredImage;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cleans the store of an engine. Only names are taken away, and never by force: the engine itself
 * keeps an image that has another name or a container.
 */
final class EngineCleaning {
  private final Engine engine;
  private final Retention retention;
  private final Instant now;
  private final Tally tally;
  private final Abort abort;

  EngineCleaning(Engine engine, Retention retention, Instant now, Tally tally, Abort abort) {
    this.engine = engine;
    this.retention = retention;
    this.now = now;
    this.tally = tally;
    this.abort = abort;
  }

  /**
   * Cleans it, or in a dry run says what would be done.
   *
   * @param images repositories, without registry; none for all
   */
  void clean(List<String> images, boolean dryRun) throws EngineException, UseCaseException {
    Stock stock = engine.stock();
    Map<String, Long> sizes = new TreeMap<>();
    Map<String, String> held = new HashMap<>();
    stock.parts().forEach(id -> held.put(id, "it is part of an image for several platforms"));
    stock.used().forEach(id -> held.put(id, "a container uses it"));
    Map<String, List<NamedImage>> repositories = new TreeMap<>();
    for (StoredImage image : stock.images()) {
      sizes.put(image.id(), image.bytes());
      for (Map.Entry<String, NamedImage> one : LocalNames.of(image, images, held).entrySet()) {
        repositories.computeIfAbsent(one.getKey(), any -> new ArrayList<>()).add(one.getValue());
      }
    }
    Optional<Long> before = free();
    long sum = 0;
    for (List<NamedImage> repository : repositories.values()) {
      for (Verdict verdict : retention.judge(repository, now)) {
        NamedImage image = verdict.image();
        long size = sizes.getOrDefault(image.digest(), 0L);
        if (!verdict.goes()) {
          tally.kept(image, verdict.kept().orElseThrow());
        } else if (dryRun || remove(stock, image)) {
          tally.gone(image, image.own(), size);
          sum += size;
        }
      }
    }
    Optional<Long> after = free();
    boolean measured = !dryRun && before.isPresent() && after.isPresent();
    tally.freed(measured ? Math.max(0, after.get() - before.get()) : sum);
  }

  /** True if all its names went. */
  private boolean remove(Stock stock, NamedImage image) throws EngineException, UseCaseException {
    for (String name : image.own()) {
      if (abort.requested()) {
        throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
      }
      Optional<Engine.LocalImage> there = engine.image(name);
      if (there.isPresent() && !there.get().id().equals(image.digest())) {
        tally.kept(image, "changed meanwhile: " + name + " is another image now");
        return false;
      }
      Optional<String> refusal = there.isEmpty() ? Optional.empty() : stock.remove(name);
      if (refusal.isPresent()) {
        tally.kept(image, "the engine refuses: " + refusal.get());
        return false;
      }
    }
    return true;
  }

  /** What the engine's disk has left, where that is a disk of this machine. */
  private Optional<Long> free() throws EngineException {
    Optional<Path> folder = engine.dataRoot();
    try {
      return folder.isPresent()
          ? Optional.of(Files.getFileStore(folder.get()).getUsableSpace())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
