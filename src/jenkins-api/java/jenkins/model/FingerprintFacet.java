package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Fingerprint;

public abstract class FingerprintFacet implements ExtensionPoint {
  protected FingerprintFacet(Fingerprint fingerprint, long timestamp) {}

  public Fingerprint getFingerprint() {
    throw new UnsupportedOperationException();
  }
}
