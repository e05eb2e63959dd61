package io.jenkins.plugins.aiimage.registry;

import java.net.URI;
import java.net.URISyntaxException;

/** Scheme, host and port: what decides who may see a credential. */
final class Origin {
  private Origin() {}

  static boolean isSame(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /**
   * The address that a {@code Location} or {@code Link} header names.
   *
   * @throws RegistryException of kind {@code PROTOCOL} if it is none or gives up TLS
   */
  static URI resolve(URI from, String location) throws RegistryException {
    URI to;
    try {
      to = from.resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw unusable(from, "an address that cannot be read");
    }
    String scheme = String.valueOf(to.getScheme());
    if (to.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw unusable(from, "an address that is not HTTP");
    }
    if (from.getScheme().equals("https") && scheme.equals("http")) {
      throw unusable(from, "an address without TLS");
    }
    return to;
  }

  private static RegistryException unusable(URI from, String what) {
    return RegistryException.protocol(
        from.getAuthority() + " sends on to " + what + ": have its administrator correct it.");
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
