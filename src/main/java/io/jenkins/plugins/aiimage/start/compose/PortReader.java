package io.jenkins.plugins.aiimage.start.compose;

import java.util.Map;
import java.util.Optional;

/** Reads ports, in the short form {@code [[ADDRESS:]HOST:]CONTAINER[/PROTOCOL]} or the long one. */
final class PortReader {
  private static final int HIGHEST = 65_535;

  private PortReader() {}

  static Port read(Place place) throws ComposeException {
    return place.hasMembers() ? full(place) : brief(place);
  }

  private static Port brief(Place place) throws ComposeException {
    String text = place.text();
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : protocol(text.substring(slash + 1), place);
    String numbers = slash < 0 ? text : text.substring(0, slash);
    int last = numbers.lastIndexOf(':');
    int container = port(numbers.substring(last + 1), place);
    if (last < 0) {
      return new Port(Port.LOOPBACK, Optional.empty(), container, protocol);
    }
    String before = numbers.substring(0, last);
    int second = before.lastIndexOf(':');
    String host = before.substring(second + 1);
    String address = second < 0 ? Port.LOOPBACK : address(before.substring(0, second), place);
    return new Port(
        address,
        host.isEmpty() ? Optional.empty() : Optional.of(port(host, place)),
        container,
        protocol);
  }

  private static Port full(Place place) throws ComposeException {
    Map<String, Place> members = place.members();
    if (!members.containsKey("target")) {
      throw place.wrong("target is missing");
    }
    String address = Port.LOOPBACK;
    Optional<Integer> host = Optional.empty();
    String protocol = "tcp";
    int container = 0;
    for (Map.Entry<String, Place> member : members.entrySet()) {
      Place at = member.getValue();
      switch (member.getKey()) {
        case "target" -> container = port(at.text(), at);
        case "published" -> host = Optional.of(port(at.text(), at));
        case "host_ip" -> address = address(at.text(), at);
        case "protocol" -> protocol = protocol(at.text(), at);
        case "name", "app_protocol", "mode" -> at.ignore("");
        default -> throw at.unsupported("remove it");
      }
    }
    return new Port(address, host, container, protocol);
  }

  private static String protocol(String text, Place place) throws ComposeException {
    if (!text.equals("tcp") && !text.equals("udp")) {
      throw place.wrong("\"" + text + "\" is neither tcp nor udp");
    }
    return text;
  }

  private static String address(String text, Place place) throws ComposeException {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (bare.isEmpty()
        || !bare.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')) {
      throw place.wrong("\"" + text + "\" is no IP address");
    }
    return bare;
  }

  private static int port(String text, Place place) throws ComposeException {
    if (text.indexOf('-') >= 0) {
      throw place.wrong("ranges such as \"" + text + "\" are not supported; write each port");
    }
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw place.wrong("\"" + text + "\" is no port");
  }
}
