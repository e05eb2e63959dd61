package org.jenkinsci.plugins.docker.commons.credentials;

public final class DockerRegistryToken {
  private DockerRegistryToken() {}

  public String getToken() {
    throw new UnsupportedOperationException();
  }
}
