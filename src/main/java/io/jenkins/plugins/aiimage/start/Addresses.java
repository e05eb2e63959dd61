package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where services can be reached from the machine, in words and as variables. */
final class Addresses {
  private Addresses() {}

  /** {@code ADDRESS:PORT -> PORT/PROTOCOL}, by the port of the container. */
  static List<String> words(ContainerState state) {
    List<String> words = new ArrayList<>();
    sorted(state).forEach((port, there) -> words.add(there.getValue() + " -> " + there.getKey()));
    return words;
  }

  /**
   * {@code NAME_HOST} and {@code NAME_PORT} of the first port, and {@code NAME_PORT_8000} of each.
   */
  static List<String> variables(String service, ContainerState state) {
    String name = service.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    List<String> variables = new ArrayList<>();
    for (Map.Entry<Integer, Map.Entry<String, String>> port : sorted(state).entrySet()) {
      String there = port.getValue().getValue();
      int colon = there.lastIndexOf(':');
      if (variables.isEmpty()) {
        variables.add(name + "_HOST=" + reachable(there.substring(0, colon)));
        variables.add(name + "_PORT=" + there.substring(colon + 1));
      }
      variables.add(name + "_PORT_" + port.getKey() + "=" + there.substring(colon + 1));
    }
    return variables;
  }

  /** What stands for all addresses of a machine is none to connect to. */
  private static String reachable(String address) {
    return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
  }

  private static Map<Integer, Map.Entry<String, String>> sorted(ContainerState state) {
    Map<Integer, Map.Entry<String, String>> sorted = new TreeMap<>();
    for (Map.Entry<String, String> port : state.ports().entrySet()) {
      int slash = port.getKey().indexOf('/');
      sorted.merge(
          Integer.valueOf(port.getKey().substring(0, slash)),
          port,
          (one, other) -> one.getKey().endsWith("/tcp") ? one : other);
    }
    return sorted;
  }
}
