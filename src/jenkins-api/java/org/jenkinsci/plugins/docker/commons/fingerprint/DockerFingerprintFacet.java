package org.jenkinsci.plugins.docker.commons.fingerprint;

import hudson.model.Fingerprint;
import jenkins.model.FingerprintFacet;

public abstract class DockerFingerprintFacet extends FingerprintFacet {
  public DockerFingerprintFacet(Fingerprint fingerprint, long timestamp) {
    super((Fingerprint) null, 0);
  }
}
