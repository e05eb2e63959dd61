package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.usecase.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches artifacts from registries. */
record Downloads(Machine machine, EventLog events, Watch watch) {

  /** One HEAD request to a registry; empty if it has no such thing. */
  Optional<Descriptor> ask(Database database, Origin origin) throws IOException {
    if (origin instanceof Source source) {
      return repository(source).head(source.reference());
    }
    return Optional.of(((OciArchive) origin).manifest(database).descriptor());
  }

  /** Fetches the artifact. */
  Artifact fetch(Place place, Origin origin) throws IOException {
    if (origin instanceof Source source) {
      return fetch(place, source);
    }
    OciArchive archive = (OciArchive) origin;
    Manifest manifest = archive.manifest(place.database());
    Descriptor layer = Artifact.layerOf(place.database(), manifest);
    announce(place, origin, layer);
    return archive.extract(manifest, layer, place.part(layer.digest()));
  }

  private void announce(Place place, Origin origin, Descriptor layer) {
    events.publish(
        new DatabaseEvent.DatabaseFetching(
            place.database().words(), origin.toString(), layer.size()));
  }

  /**
   * Fetches the artifact that the source has now. A download that broke off, of this run or an
   * earlier one, goes on where it was.
   */
  private Artifact fetch(Place place, Source source) throws IOException {
    Repository repository = repository(source);
    Manifest manifest = repository.get(source.reference());
    Descriptor layer = Artifact.layerOf(place.database(), manifest);
    Descriptor config = Artifact.configOf(manifest);
    BlobSource configBytes = BlobSource.of(repository.blobs().get(config));
    announce(place, source, layer);
    Files.createDirectories(place.work());
    Path part = place.part(layer.digest());
    watch.run(part, () -> repository.blobs().download(layer, part));
    return new Artifact(manifest, config, configBytes, layer, part);
  }

  /**
   * Puts an artifact into a registry, byte for byte, as it is here. What the registry has already
   * does not move.
   */
  void send(Artifact artifact, Source to) throws IOException {
    Repository repository = repository(to);
    if (!repository.blobs().has(artifact.layer().digest())) {
      repository.blobs().upload(artifact.layer(), BlobSource.of(artifact.file()));
    }
    if (!repository.blobs().has(artifact.configType().digest())) {
      repository.blobs().upload(artifact.configType(), artifact.config());
    }
    repository.put(to.reference(), artifact.manifest());
  }

  private Repository repository(Source source) {
    return machine.registry(source.host()).repository(source.repository());
  }
}
