package io.jenkins.plugins.aiimage.registry;

import java.util.Locale;

/**
 * A registry's address.
 *
 * @param name {@code HOST[:PORT]} as image references spell it, such as {@code docker.io}
 * @param plainHttp whether it is spoken to without TLS
 */
public record RegistryHost(String name, boolean plainHttp) {
  static final String DOCKER_HUB = "docker.io";

  public RegistryHost {
    ReferenceGrammar.requireHost(name);
  }

  /**
   * Parses {@code HOST[:PORT]}, with {@code http://} or {@code https://} in front to choose how to
   * speak to it. Without a choice a loopback host gets plain HTTP, as engines do, and any other
   * HTTPS.
   */
  public static RegistryHost parse(String text) {
    boolean http = text.startsWith("http://");
    boolean https = text.startsWith("https://");
    String name = http ? text.substring(7) : https ? text.substring(8) : text;
    if ((http || https) && name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    ReferenceGrammar.requireHost(name);
    name = isDockerHub(name) ? DOCKER_HUB : name;
    return new RegistryHost(name, http || (!https && isLoopback(hostOf(name))));
  }

  /** The registry that a reference names. */
  public static RegistryHost of(ImageReference reference) {
    return parse(reference.registry());
  }

  static boolean isDockerHub(String name) {
    return switch (name) {
      case DOCKER_HUB, "index.docker.io", "registry-1.docker.io" -> true;
      default -> false;
    };
  }

  /** Whether a host, without its port, is this very machine. */
  static boolean isLoopback(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.equals("localhost")
        || lower.equals("[::1]")
        || lower.equals("::1")
        || (lower.startsWith("127.") && isIpv4(lower));
  }

  static boolean isIpv4(String host) {
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  private static String hostOf(String name) {
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
  }

  /** The host without its port; an IPv6 address in brackets. */
  String host() {
    return hostOf(authority());
  }

  /** {@code HOST[:PORT]} that answers the API: Docker Hub's differs from its name. */
  String authority() {
    return name.equals(DOCKER_HUB) ? "registry-1.docker.io" : name;
  }

  /** The address that the API's paths are appended to, such as {@code https://ghcr.io}. */
  String base() {
    return (plainHttp ? "http://" : "https://") + authority();
  }

  /** The name that docker's configuration and credential helpers know it by. */
  public String configKey() {
    return name.equals(DOCKER_HUB) ? "https://index.docker.io/v1/" : name;
  }

  /** {@code HOST[:PORT]}. */
  @Override
  public String toString() {
    return name;
  }
}
