package org.jenkinsci.plugins.docker.commons.fingerprint;

import java.io.Serializable;
import java.util.Map;

public class ContainerRecord implements Serializable {
  public ContainerRecord(
      String host,
      String containerId,
      String imageId,
      String containerName,
      long created,
      Map<String, String> tags) {}
}
