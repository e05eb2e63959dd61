package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Optional;

/** Tells ADD's remote sources from paths, by BuildKit's rules. */
final class RemoteSource {
  private RemoteSource() {}

  static Optional<Source> of(String source, Optional<String> checksum) {
    boolean web = source.startsWith("http://") || source.startsWith("https://");
    int fragment = source.indexOf('#');
    String location = fragment < 0 ? source : source.substring(0, fragment);
    boolean git =
        (web && location.endsWith(".git"))
            || source.startsWith("git://")
            || source.startsWith("ssh://")
            || source.startsWith("git@");
    if (git) {
      return Optional.of(new Source.GitRepository(source, checksum));
    }
    return web ? Optional.of(new Source.Remote(source, checksum)) : Optional.empty();
  }
}
