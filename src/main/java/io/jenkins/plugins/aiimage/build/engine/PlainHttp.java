package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registries without TLS. The Docker engine speaks plain HTTP to loopback by itself; podman and
 * buildah must be told.
 *
 * @param hosts {@code HOST[:PORT]} of those that the author named with {@code http://}
 */
record PlainHttp(Set<String> hosts) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?<![A-Za-z0-9._:/-])(localhost|127(?:\\.\\d+){3}|\\[::1\\])(:\\d+)?(?=/)");
  private static final String VARIABLE = "CONTAINERS_REGISTRIES_CONF";

  PlainHttp {
    hosts = Set.copyOf(hosts);
  }

  /** What a push or a pull of that name needs. */
  List<String> options(String name) {
    try {
      String host = ImageReference.parse(name).registry();
      boolean plain = hosts.contains(host) || RegistryHost.parse(host).plainHttp();
      return plain ? List.of("--tls-verify=false") : List.of();
    } catch (InvalidReferenceException e) {
      return List.of();
    }
  }

  /**
   * What a build needs that may fetch from several registries: the option would take TLS from all
   * of them, so those without it are listed in a configuration of this build's own, which says the
   * same as the user's besides.
   *
   * @param folder a private one
   */
  Map<String, String> environment(String dockerfile, Path folder, Map<String, String> environment)
      throws IOException {
    Optional<String> usual = usual(environment);
    StringBuilder text = new StringBuilder(usual.orElse(""));
    if (text.indexOf("[registries.") >= 0) {
      // The first format, which cannot be mixed with the second: the user knows what to add.
      return Map.of();
    }
    Set<String> added = new LinkedHashSet<>();
    for (String host : named(dockerfile)) {
      if (text.indexOf('"' + host + '"') < 0) {
        added.add(host);
      }
    }
    if (added.isEmpty()) {
      return Map.of();
    }
    for (String host : added) {
      text.append("\n[[registry]]\nlocation = \"").append(host).append("\"\ninsecure = true\n");
    }
    Path file = Files.writeString(folder.resolve("registries.conf"), text);
    return Map.of(VARIABLE, file.toString());
  }

  private Set<String> named(String dockerfile) {
    Set<String> named = new LinkedHashSet<>();
    for (String host : hosts) {
      if (dockerfile.contains(host + "/")) {
        named.add(host);
      }
    }
    Matcher loopback = LOOPBACK.matcher(dockerfile);
    while (loopback.find()) {
      named.add(loopback.group());
    }
    return named;
  }

  /** The file that would be read otherwise. */
  private static Optional<String> usual(Map<String, String> environment) throws IOException {
    String set = environment.getOrDefault(VARIABLE, "");
    if (!set.isEmpty()) {
      return Optional.of(Files.readString(Path.of(set)));
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    for (Path file :
        List.of(
            Path.of(home, ".config/containers/registries.conf"),
            Path.of("/etc/containers/registries.conf"))) {
      if (Files.isReadable(file)) {
        return Optional.of(Files.readString(file));
      }
    }
    return Optional.empty();
  }
}
