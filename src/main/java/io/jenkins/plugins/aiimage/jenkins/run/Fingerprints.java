package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.docker.commons.fingerprint.DockerFingerprints;

/** Records with Jenkins which builds made or used an image, as docker-workflow does. */
final class Fingerprints {
  private static final Logger LOGGER = Logger.getLogger(Fingerprints.class.getName());
  private static final String SHA256 = "sha256:";

  private Fingerprints() {}

  /**
   * By the image's id if it was built here, and otherwise by its digest. Of a run that stops after
   * a phase there is none. An image is no worse for lacking its record: trouble is logged.
   */
  static void record(Story story, Run<?, ?> run) {
    RunReport report = story.report();
    String id = story.imageId().or(report.image()::digest).orElse("");
    if (!id.startsWith(SHA256) || report.image().recipe().until().isPresent()) {
      return;
    }
    try {
      DockerFingerprints.addFromFacet(null, id.substring(SHA256.length()), run);
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "no fingerprint of " + id);
    }
  }
}
