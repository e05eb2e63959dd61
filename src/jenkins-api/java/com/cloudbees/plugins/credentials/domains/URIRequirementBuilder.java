package com.cloudbees.plugins.credentials.domains;

import java.util.List;

public class URIRequirementBuilder {
  private URIRequirementBuilder(List<DomainRequirement> requirements) {}

  public static URIRequirementBuilder create() {
    throw new UnsupportedOperationException();
  }

  public static URIRequirementBuilder fromUri(String uri) {
    throw new UnsupportedOperationException();
  }

  public URIRequirementBuilder withUri(String uri) {
    throw new UnsupportedOperationException();
  }

  public URIRequirementBuilder withScheme(String scheme) {
    throw new UnsupportedOperationException();
  }

  public URIRequirementBuilder withPath(String path) {
    throw new UnsupportedOperationException();
  }

  public URIRequirementBuilder withHostname(String hostname) {
    throw new UnsupportedOperationException();
  }

  public URIRequirementBuilder withHostnamePort(String hostname, int port) {
    throw new UnsupportedOperationException();
  }

  public List<DomainRequirement> build() {
    throw new UnsupportedOperationException();
  }
}
