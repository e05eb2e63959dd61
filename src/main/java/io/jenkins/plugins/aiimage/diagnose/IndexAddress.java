package io.jenkins.plugins.aiimage.diagnose;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where packages come from.
 *
 * @param base without credentials, query and final slash
 * @param userInfo name and password, if the address has them; never shown
 */
record IndexAddress(String base, Optional<String> userInfo) {
  static final IndexAddress USUAL = new IndexAddress("https://pypi.org/simple", Optional.empty());

  /** Empty for what is no address of an index. */
  static Optional<IndexAddress> of(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null) {
        return Optional.empty();
      }
      String path = uri.getRawPath();
      while (path.endsWith("/")) {
        path = path.substring(0, path.length() - 1);
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(
          new IndexAddress(
              scheme + "://" + host + port + path, Optional.ofNullable(uri.getUserInfo())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A small page that an index has: of pip itself or, where there is only torch, of torch. */
  URI page() {
    return URI.create(base + (base.contains("/whl") ? "/torch/" : "/pip/"));
  }
}
