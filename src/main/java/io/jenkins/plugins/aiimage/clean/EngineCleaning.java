package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineDisk;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Stock;
import io.jenkins.plugins.aiimage.build.engine.Stock.StoredImage;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final EngineDisk disk;
  private final Retention retention;
  private final Optional<Long> untilFree;
  private final Instant now;
  private final Tally tally;
  private final Abort abort;

  EngineCleaning(
      Engine engine,
      EngineDisk disk,
      Retention retention,
      Optional<Long> untilFree,
      Instant now,
      Tally tally,
      Abort abort) {
    this.engine = engine;
    this.disk = disk;
    this.retention = retention;
    this.untilFree = untilFree;
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
    List<NamedImage> going = new ArrayList<>();
    for (List<NamedImage> repository : repositories.values()) {
      for (Verdict verdict : retention.judge(repository, now)) {
        if (verdict.goes()) {
          going.add(verdict.image());
        } else {
          tally.kept(verdict.image(), verdict.kept().orElseThrow());
        }
      }
    }
    going.sort(Comparator.comparing(image -> image.created().orElse(Instant.MAX)));
    Optional<Long> before = disk.free();
    long sum = 0;
    for (NamedImage image : going) {
      long size = sizes.getOrDefault(image.digest(), 0L);
      if (isRoomy(dryRun ? sum : 0)) {
        tally.kept(image, "the disk has room enough");
      } else if (dryRun || remove(stock, image)) {
        tally.gone(image, image.own(), size);
        sum += size;
      }
    }
    Optional<Long> after = disk.free();
    boolean measured = !dryRun && before.isPresent() && after.isPresent();
    tally.freed(measured ? Math.max(0, after.get() - before.get()) : sum);
  }

  /** Whether there would be enough room with that many bytes more. */
  private boolean isRoomy(long more) {
    return untilFree.isPresent()
        && disk.free().filter(free -> free + more >= untilFree.get()).isPresent();
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
}
