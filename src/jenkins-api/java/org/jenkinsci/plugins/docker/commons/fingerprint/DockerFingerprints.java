package org.jenkinsci.plugins.docker.commons.fingerprint;

import hudson.model.Fingerprint;
import hudson.model.Run;
import java.io.IOException;

public class DockerFingerprints {
  private DockerFingerprints() {}

  public static Fingerprint of(String id) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static Fingerprint forImage(Run<?, ?> run, String id) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static Fingerprint forImage(Run<?, ?> run, String id, String name) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static Fingerprint forContainer(Run<?, ?> run, String id, String name) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static void addRunFacet(ContainerRecord record, Run<?, ?> run) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static void addFromFacet(String ancestorImageId, String descendantImageId, Run<?, ?> run)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
