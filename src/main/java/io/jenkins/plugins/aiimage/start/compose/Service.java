package io.jenkins.plugins.aiimage.start.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a Compose file.
 *
 * @param line of the file that it begins in
 * @param command in place of the image's; empty for that
 * @param entrypoint likewise
 * @param dependencies names of other services, with what is waited for in them
 * @param profiles a service that has some is left out unless one of them is asked for
 * @param aliases further names that others reach it by
 * @param options what {@code docker run} takes as it is, such as {@code --user=1000}
 */
public record Service(
    String name,
    int line,
    String image,
    Optional<List<String>> command,
    Optional<List<String>> entrypoint,
    Map<String, String> environment,
    List<Port> ports,
    List<Mount> mounts,
    Map<String, Condition> dependencies,
    HealthCheck health,
    Limits limits,
    List<String> profiles,
    List<String> aliases,
    List<String> options) {
  public Service {
    command = command.map(List::copyOf);
    entrypoint = entrypoint.map(List::copyOf);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    ports = List.copyOf(ports);
    mounts = List.copyOf(mounts);
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
    profiles = List.copyOf(profiles);
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
  }
}
