package io.jenkins.plugins.aiimage.registry;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy the environment names for an address: {@code HTTP_PROXY}, {@code HTTPS_PROXY} and
 * {@code NO_PROXY}, in lower case first as curl does. This machine is never reached by proxy.
 */
public final class Proxies {
  private final Map<String, String> environment;

  /** The proxies of these variables. */
  public Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The way to an address with a host.
   *
   * @throws RegistryException if the variable names none that can be used
   */
  public Proxy of(URI address) throws RegistryException {
    String host = address.getHost();
    String name = address.getScheme().equals("https") ? "https_proxy" : "http_proxy";
    String proxy = variable(name);
    if (proxy.isEmpty() || RegistryHost.isLoopback(host) || isExempt(host, address.getPort())) {
      return Proxy.NO_PROXY;
    }
    return parse(name, proxy);
  }

  private static Proxy parse(String name, String text) throws RegistryException {
    URI uri;
    try {
      uri = URI.create(text.contains("://") ? text : "http://" + text);
    } catch (IllegalArgumentException e) {
      throw unusable(name);
    }
    if (uri.getHost() == null || !"http".equals(uri.getScheme()) || uri.getUserInfo() != null) {
      throw unusable(name);
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
  }

  /** The value is not quoted: it may hold a password. */
  private static RegistryException unusable(String name) {
    return RegistryException.of(
        RegistryException.Kind.UNREACHABLE,
        "The environment variable "
            + name
            + " names no proxy that can be used: write http://HOST:PORT, without user name and"
            + " password.");
  }

  private boolean isExempt(String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    for (String entry : variable("no_proxy").split(",", -1)) {
      String pattern = entry.strip().toLowerCase(Locale.ROOT);
      if (pattern.equals("*") || pattern.equals(lower + ":" + port)) {
        return true;
      }
      String domain = withoutLeadingDot(pattern);
      if (!domain.isEmpty() && (lower.equals(domain) || lower.endsWith("." + domain))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutLeadingDot(String pattern) {
    String domain = pattern.startsWith("*") ? pattern.substring(1) : pattern;
    return domain.startsWith(".") ? domain.substring(1) : domain;
  }

  private String variable(String lowerCase) {
    String value = environment.getOrDefault(lowerCase, "");
    return value.isEmpty()
        ? environment.getOrDefault(lowerCase.toUpperCase(Locale.ROOT), "")
        : value;
  }
}
