package io.jenkins.plugins.aiimage.start.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a service depends on. Where the file does not say what is waited for, it is that the
 * other service is ready: an order of starting that waits for nothing is of little use.
 */
final class DependencyReader {
  private DependencyReader() {}

  /** By name; one that is not required is left out where there is no such service. */
  static Map<String, Condition> read(Place place, Set<String> known) throws ComposeException {
    Map<String, Condition> all = new LinkedHashMap<>();
    if (!place.hasMembers()) {
      for (Place item : place.items()) {
        all.put(existing(item.text(), item, known), Condition.HEALTHY);
      }
      return all;
    }
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      Condition condition = Condition.HEALTHY;
      boolean required = true;
      for (Map.Entry<String, Place> detail : member.getValue().members().entrySet()) {
        Place at = detail.getValue();
        switch (detail.getKey()) {
          case "condition" -> condition = condition(at);
          case "required" -> required = at.truth();
          case "restart" -> at.ignore("");
          default -> throw at.unsupported("remove it");
        }
      }
      if (required || known.contains(member.getKey())) {
        all.put(existing(member.getKey(), member.getValue(), known), condition);
      }
    }
    return all;
  }

  private static String existing(String name, Place place, Set<String> known)
      throws ComposeException {
    if (!known.contains(name)) {
      throw place.wrong("there is no service " + name);
    }
    return name;
  }

  private static Condition condition(Place at) throws ComposeException {
    String text = at.text();
    return switch (text) {
      case "service_started" -> Condition.STARTED;
      case "service_healthy" -> Condition.HEALTHY;
      case "service_completed_successfully" -> Condition.COMPLETED;
      default ->
          throw at.wrong(
              "\""
                  + text
                  + "\" is none of service_started, service_healthy and"
                  + " service_completed_successfully");
    };
  }
}
