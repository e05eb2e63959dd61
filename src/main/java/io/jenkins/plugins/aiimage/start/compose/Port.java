package io.jenkins.plugins.aiimage.start.compose;

import java.util.Optional;

/**
 * A port of a container that the machine offers.
 *
 * @param address of the machine, loopback where the file names none
 * @param host empty: one that is free
 * @param protocol {@code tcp} or {@code udp}
 */
public record Port(String address, Optional<Integer> host, int container, String protocol) {
  static final String LOOPBACK = "127.0.0.1";

  /** The same at a free port of the machine. */
  public Port atFreePort() {
    return new Port(address, Optional.empty(), container, protocol);
  }

  /** As {@code docker run --publish} takes it. */
  public String publication() {
    String shown = address.indexOf(':') < 0 ? address : "[" + address + "]";
    return shown + ":" + host.map(String::valueOf).orElse("") + ":" + container + "/" + protocol;
  }
}
