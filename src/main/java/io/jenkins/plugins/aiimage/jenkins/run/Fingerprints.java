package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import org.jenkinsci.plugins.docker.commons.fingerprint.DockerFingerprints;

/** Records with Jenkins which builds made or used an image, as docker-workflow does. */
final class Fingerprints {
  private static final String SHA256 = "sha256:";

  private Fingerprints() {}

  /** By the image's id if it was built here, and otherwise by its digest. */
  static void record(Story story, Run<?, ?> run) throws IOException {
    RunReport report = story.report();
    String id = story.imageId().or(report::digest).orElse("");
    if (id.startsWith(SHA256)) {
      DockerFingerprints.addFromFacet(null, id.substring(SHA256.length()), run);
    }
  }
}
