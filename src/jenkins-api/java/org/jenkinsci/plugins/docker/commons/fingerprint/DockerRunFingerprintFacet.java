package org.jenkinsci.plugins.docker.commons.fingerprint;

import hudson.model.Fingerprint;

public class DockerRunFingerprintFacet {
  DockerRunFingerprintFacet(Fingerprint fingerprint, long timestamp, String imageId) {}
}
