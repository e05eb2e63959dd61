package org.jenkinsci.plugins.docker.commons.fingerprint;

import hudson.model.Run;
import java.io.IOException;

public class DockerFingerprints {
  private DockerFingerprints() {}

  public static void addFromFacet(String ancestorImageId, String descendantImageId, Run<?, ?> run)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
