package io.jenkins.plugins.aiimage.start.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Compose file that can be started.
 *
 * @param project what its volumes are called after
 * @param services by name, in the order of the file
 * @param ignored keys that change nothing here, each with its line
 * @param unset variables that the file uses and nobody has set
 */
public record ComposeFile(
    String project, Map<String, Service> services, List<String> ignored, List<String> unset) {
  public ComposeFile {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    ignored = List.copyOf(ignored);
    unset = List.copyOf(unset);
  }
}
