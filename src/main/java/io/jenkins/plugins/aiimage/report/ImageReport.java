package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did for an image: nothing of all this, if it was about something else.
 *
 * @param tags to point at the result
 * @param builder what built; empty where nothing had to be built
 * @param storage the room where the engine keeps its images, if the run asked
 * @param phases in the order of the Dockerfile
 * @param bytes size of the image's layers, unpacked, if this run built it
 * @param pushes in the order in which they ended
 * @param planned what a run would be; empty if this was one
 * @param result empty if the run failed, only looked, or is not over
 */
public record ImageReport(
    List<String> tags,
    RecipeReport recipe,
    Optional<String> builder,
    Optional<Storage> storage,
    List<PhaseReport> phases,
    Optional<Long> bytes,
    List<PushReport> pushes,
    Optional<CacheResult> planned,
    Optional<ImageResult> result) {
  public ImageReport {
    tags = List.copyOf(tags);
    phases = List.copyOf(phases);
    pushes = List.copyOf(pushes);
  }

  /** Of the result, if there is one; so are the others. */
  public Optional<CacheResult> cache() {
    return result.map(ImageResult::cache);
  }

  public Optional<String> digest() {
    return result.map(ImageResult::digest);
  }

  public Optional<String> reference() {
    return result.map(ImageResult::reference);
  }

  public boolean published() {
    return result.filter(ImageResult::published).isPresent();
  }

  public Optional<Duration> saved() {
    return result.flatMap(ImageResult::saved);
  }

  ImageReport brief(Brief how) {
    return new ImageReport(
        tags,
        recipe,
        builder,
        storage,
        phases.stream().map(phase -> phase.brief(how)).toList(),
        bytes,
        pushes,
        planned,
        result);
  }
}
