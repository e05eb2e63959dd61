package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Unpacks an artifact, looks at it, and puts it in place if it is newer than what is there. */
record Installer(Place place) {

  /** What came of it. */
  enum Outcome {
    INSTALLED,
    /** The very same was there. */
    SAME,
    /** What is there is newer, and stays. */
    OLDER
  }

  /**
   * Does it.
   *
   * @throws ArtifactException if the artifact is not what it should be
   * @throws IOException if the disk fails
   */
  Outcome install(Artifact artifact, Instant now) throws IOException {
    Path stage = place.newStage();
    try {
      new Unpacking(place.database(), stage).unpack(artifact.file(), artifact.layer());
      Path file = stage.resolve(Unpacking.METADATA);
      String json =
          place.database().isFolder()
              ? Metadata.checks(artifact.manifest().digest(), artifact.majorVersion(), now)
              : Files.readString(file);
      Metadata metadata = Metadata.parse(place.database(), json);
      Optional<Metadata> there = place.installed().map(Place.Installed::metadata);
      if (there.isPresent() && !metadata.isNewerThan(there.get(), now)) {
        if (!there.get().updatedAt().equals(metadata.updatedAt())) {
          return Outcome.OLDER;
        }
        place.remember(artifact.manifest().digest());
        return Outcome.SAME;
      }
      Place.write(file, Metadata.stamped(json, now));
      place.install(stage, artifact.manifest().digest());
      return Outcome.INSTALLED;
    } finally {
      Place.remove(stage);
    }
  }
}
