package io.jenkins.plugins.aiimage.jenkins.settings;

import java.util.List;
import java.util.Optional;

/**
 * The registries that a step asks for Trivy's databases.
 *
 * @param step its parameters, completed
 */
record TrivyPlaces(Completion step) {
  /** Those that name places, in the order in which these are asked. */
  static final List<String> PARAMETERS = List.of("mirrorTo", "sources");

  /** A place as the choices write its registry: those that speak plain HTTP say so. */
  static String spelt(String place, List<RegistryChoice> choices) {
    int reference = place.indexOf('=') + 1;
    String registry = registry(place).orElse("");
    boolean plain =
        !place.contains("://")
            && choices.stream()
                .anyMatch(
                    choice ->
                        choice.registry().startsWith("http://")
                            && RegistryChoice.isSame(choice.registry(), registry));
    return plain
        ? place.substring(0, reference) + "http://" + place.substring(reference).strip()
        : place;
  }

  /** As the parameter {@code registry} takes it; empty if the text names no place. */
  static Optional<String> registry(String place) {
    return TrivyChoice.named(place)
        .map(named -> named.source().host())
        .map(host -> (host.plainHttp() ? "http://" : "https://") + host.name());
  }

  /**
   * Puts in whose login is needed, and for which registry.
   *
   * @param choices the nearest first
   * @param block a login that it has made is left alone
   */
  void login(List<RegistryChoice> choices, SurroundingRegistry block) {
    List<String> places = PARAMETERS.stream().flatMap(name -> step.texts(name).stream()).toList();
    if (!step.text(Defaults.CREDENTIALS).isEmpty()) {
      if (!places.isEmpty()) {
        own(places.get(0));
      }
      return;
    }
    for (String place : places) {
      String registry = registry(place).orElse("");
      boolean open =
          registry.isEmpty() || (block.loggedIn() && RegistryChoice.isSame(block.name(), registry));
      for (RegistryChoice choice : open ? List.<RegistryChoice>of() : choices) {
        String credentials = choice.at(registry).credentialsId();
        if (!credentials.isEmpty()) {
          step.put(Defaults.CREDENTIALS, credentials);
          step.put(Defaults.CREDENTIALS_REGISTRY, registry);
          return;
        }
      }
    }
  }

  /** Those that the step names. Where the place is malformed, the run says so, without a login. */
  private void own(String place) {
    Optional<String> registry = registry(place);
    if (registry.isPresent()) {
      step.put(Defaults.CREDENTIALS_REGISTRY, registry.get());
    } else {
      step.replace(Defaults.CREDENTIALS, List.of());
    }
  }
}
