package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;

/** What a run tells that prepares an image, but for its phases and what travels. */
public sealed interface PrepareEvent extends Event {

  /**
   * The recipe is one that comes with the program.
   *
   * @param reason why; empty if it was asked for
   */
  record PresetTaken(String preset, String reason) implements PrepareEvent {}

  /** The run is to stop after this phase; told before the recipe is read. */
  record PhaseWanted(String phase) implements PrepareEvent {}

  /**
   * The recipe was read and its keys are known.
   *
   * @param key content key of the whole image
   * @param phases in the order in which they would be built
   * @param files how many context entries the key covers
   * @param bytes their size
   */
  record RecipeRead(String key, String platform, List<PlannedPhase> phases, long files, long bytes)
      implements PrepareEvent {
    public RecipeRead {
      phases = List.copyOf(phases);
    }
  }

  /** A phase and its key, before anything is known of the cache. */
  record PlannedPhase(String name, String key) {}

  /** What the keys were computed from, to be told from that of other runs. */
  record InputsRead(Inputs inputs) implements PrepareEvent {}

  /**
   * The recipe is another one than the last that this machine prepared the image by.
   *
   * @param changes what is different, as far as it is known
   */
  record RecipeChanged(List<Change> changes) implements PrepareEvent {
    public RecipeChanged {
      changes = List.copyOf(changes);
    }
  }

  /** The image is there: nothing was run. */
  record ImageFound(String key, String digest) implements PrepareEvent {}

  /** The image is not there; these phases are (names), and these must be built (names). */
  record ImageMissing(List<String> cached, List<String> toBuild, List<String> notNeeded)
      implements PrepareEvent {
    public ImageMissing {
      cached = List.copyOf(cached);
      toBuild = List.copyOf(toBuild);
      notNeeded = List.copyOf(notNeeded);
    }
  }

  /**
   * What a further registry has of this image, and a run takes from there.
   *
   * @param cache as a person reads it
   * @param subjects names of phases, or the word image
   */
  record FoundElsewhere(String cache, List<String> subjects) implements PrepareEvent {
    public FoundElsewhere {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * The room that is left where the engine keeps its images.
   *
   * @param freeBytes that this user can still fill
   * @param totalBytes of the file system
   */
  record StorageMeasured(String folder, long freeBytes, long totalBytes) implements PrepareEvent {}

  /** The builder that does the work was chosen. */
  record BuilderChosen(String builder, String version) implements PrepareEvent {}

  /**
   * The image was built and measured.
   *
   * @param bytes of its layers, unpacked
   */
  record ImageMeasured(long bytes) implements PrepareEvent {}

  /** A gate was passed before anything was published. */
  record GatePassed(String gate, Duration duration) implements PrepareEvent {}
}
