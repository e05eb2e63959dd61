package io.jenkins.plugins.aiimage.build.engine.api;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;

/**
 * Where an engine's API is spoken in the clear: a socket of this machine or a TCP port.
 *
 * @param socket not yet resolved, if it has a host
 * @param host as the {@code Host} header names it
 */
public record EngineAddress(SocketAddress socket, String host) {
  private static final String UNIX = "unix://";
  private static final String TCP = "tcp://";

  /** Docker's port for an API without TLS. */
  private static final int PORT = 2375;

  /** Empty for an address of another kind, as {@code ssh://…}, or one that is malformed. */
  public static Optional<EngineAddress> parse(String text) {
    if (text.startsWith(UNIX + "/")) {
      return Optional.of(
          new EngineAddress(
              UnixDomainSocketAddress.of(text.substring(UNIX.length())), "localhost"));
    }
    return text.startsWith(TCP) ? tcp(text) : Optional.empty();
  }

  private static Optional<EngineAddress> tcp(String text) {
    try {
      URI uri = new URI(text);
      String path = uri.getRawPath();
      if (uri.getHost() == null || uri.getRawUserInfo() != null || path.length() > 1) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? PORT : uri.getPort();
      return Optional.of(
          new EngineAddress(
              InetSocketAddress.createUnresolved(uri.getHost(), port), uri.getHost() + ":" + port));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
