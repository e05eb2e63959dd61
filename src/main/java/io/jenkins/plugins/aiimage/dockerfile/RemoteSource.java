package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Optional;

/** Tells ADD's remote sources from paths, by BuildKit's rules. */
final class RemoteSource {
  private RemoteSource() {}

  static Optional<Source> of(String source, Optional<String> checksum) {
    boolean web = source.startsWith("http://") || source.startsWith("https://");
    boolean git =
        (web && path(source).endsWith(".git"))
            || source.startsWith("git://")
            || source.startsWith("ssh://")
            || source.startsWith("git@");
    if (git) {
      return Optional.of(new Source.GitRepository(source, checksum));
    }
    return web ? Optional.of(new Source.Remote(source, checksum)) : Optional.empty();
  }

  private static String path(String url) {
    int end = 0;
    while (end < url.length() && url.charAt(end) != '#' && url.charAt(end) != '?') {
      end++;
    }
    return url.substring(0, end);
  }
}
