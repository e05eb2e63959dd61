package io.jenkins.plugins.aiimage.registry;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether the token service that a registry names may be asked, and with a credential.
 *
 * <ul>
 *   <li>A registry spoken to by HTTPS must name a service by HTTPS, even for anonymous tokens.
 *   <li>A credential goes to the registry's own host (any port), to a host below it, and to hosts
 *       of the domain the registry is in: registry-1.docker.io names auth.docker.io,
 *       registry.gitlab.com names gitlab.com. That domain has at least two labels, and three below
 *       an ending such as co.uk. An address in digits or a name of one label has no domain.
 *   <li>Any other service is asked for anonymous tokens only.
 * </ul>
 */
final class TokenRealm {
  private static final Set<String> SHARED_SECOND_LEVELS =
      Set.of("ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org");

  private TokenRealm() {}

  /** The service's address, if it may be asked. */
  static URI require(String realm, RegistryHost registry, Credentials credentials)
      throws RegistryException {
    URI uri = parse(realm, registry);
    if (!uri.getScheme().equals("https") && !registry.plainHttp()) {
      throw RegistryException.of(
          Kind.REFUSED,
          registry
              + " names a token service without TLS, "
              + uri.getAuthority()
              + ": have the registry's administrator correct it.");
    }
    boolean anonymous = credentials instanceof Credentials.Anonymous;
    if (!anonymous && !isOwn(uri.getHost(), registry.host())) {
      throw RegistryException.of(
          Kind.REFUSED,
          registry
              + " wants the credential sent to another site, "
              + uri.getAuthority()
              + ", which is not done: use the registry anonymously or by a name of that site.");
    }
    return uri;
  }

  private static URI parse(String realm, RegistryHost registry) throws RegistryException {
    try {
      URI uri = new URI(realm);
      String scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The same sentence serves.
    }
    throw RegistryException.protocol(
        registry + " names no usable token service: check that it is a registry.");
  }

  static boolean isOwn(String realmHost, String registryHost) {
    String realm = realmHost.toLowerCase(Locale.ROOT);
    String registry = registryHost.toLowerCase(Locale.ROOT);
    if (realm.equals(registry)
        || (RegistryHost.isLoopback(realm) && RegistryHost.isLoopback(registry))) {
      return true;
    }
    if (registry.indexOf('.') < 0 || isAddress(realm) || isAddress(registry)) {
      return false;
    }
    String domain = registry.substring(registry.indexOf('.') + 1);
    return realm.endsWith("." + registry)
        || (isOwnable(domain) && (realm.equals(domain) || realm.endsWith("." + domain)));
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || RegistryHost.isIpv4(host);
  }

  /** Whether one owner may be assumed for all names below the domain. */
  private static boolean isOwnable(String domain) {
    String[] labels = domain.split("\\.", -1);
    boolean shared =
        labels.length == 2 && labels[1].length() == 2 && SHARED_SECOND_LEVELS.contains(labels[0]);
    return labels.length >= 2 && !shared;
  }
}
