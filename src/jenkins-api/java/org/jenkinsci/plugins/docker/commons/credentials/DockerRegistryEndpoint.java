package org.jenkinsci.plugins.docker.commons.credentials;

import hudson.model.AbstractDescribableImpl;
import java.io.IOException;
import java.net.URL;

public class DockerRegistryEndpoint extends AbstractDescribableImpl<DockerRegistryEndpoint> {
  public DockerRegistryEndpoint(String url, String credentialsId) {}

  public URL getEffectiveUrl() throws IOException {
    throw new UnsupportedOperationException();
  }

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public String getCredentialsId() {
    throw new UnsupportedOperationException();
  }

  public String imageName(String userAndRepo) throws IOException {
    throw new UnsupportedOperationException();
  }
}
