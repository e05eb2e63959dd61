package io.jenkins.plugins.aiimage.lab;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An experiment: what a build meets, and what must become of it.
 *
 * @param setUp fills the servers and brings the fault about
 * @param arguments build arguments that are not as usual
 */
record Scenario(
    String fault,
    Consumer<Site> setUp,
    Lasting lasting,
    Recipe recipe,
    Function<Site, Map<String, String>> arguments,
    Verdict expected) {

  static Scenario of(
      String fault, Consumer<Site> setUp, Lasting lasting, Recipe recipe, Verdict expected) {
    return new Scenario(fault, setUp, lasting, recipe, site -> Map.of(), expected);
  }

  Scenario with(Function<Site, Map<String, String>> others) {
    return new Scenario(fault, setUp, lasting, recipe, others, expected);
  }

  String name() {
    return fault + ", " + lasting.words();
  }
}
