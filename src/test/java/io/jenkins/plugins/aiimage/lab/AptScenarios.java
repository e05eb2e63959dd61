package io.jenkins.plugins.aiimage.lab;

import static io.jenkins.plugins.aiimage.lab.Lasting.FOR_EVER;
import static io.jenkins.plugins.aiimage.lab.Lasting.FOR_EVER_WITH_A_FALLBACK;
import static io.jenkins.plugins.aiimage.lab.Lasting.ONE_ATTEMPT;

import io.jenkins.plugins.aiimage.lab.Fault.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What apt meets at a mirror. */
final class AptScenarios {
  private final List<Scenario> all = new ArrayList<>();

  private AptScenarios() {}

  static List<Scenario> all() {
    AptScenarios scenarios = new AptScenarios();
    scenarios.lists();
    scenarios.packages();
    scenarios.silences();
    scenarios.permanent();
    return List.copyOf(scenarios.all);
  }

  private void lists() {
    passesOrFallsBack(
        "apt: the mirror refuses connections", site -> site.mirror().server().refuse());
    passesOrFallsBack(
        "apt: the mirror answers 404", site -> site.mirror().server().spoilAll(Fault.status(404)));
    passesOrFallsBack(
        "apt: the mirror answers 503", site -> site.mirror().server().spoilAll(Fault.status(503)));
    passesOrFallsBack(
        "apt: the list of packages is not the one of Release",
        site -> spoil(site, site.mirror().packages(), Broken.CORRUPT));
    // Without trust: apt ignores a missing Release where the mirror is trusted.
    all.add(
        Scenario.of(
                "apt: the mirror has no Release",
                site -> spoil(site, site.mirror().release(), Fault.status(404)),
                FOR_EVER_WITH_A_FALLBACK,
                Recipe.HELLO,
                Verdict.FALLBACK)
            .with(site -> Map.of("MIRROR", site.mirror().url())));
  }

  private void packages() {
    passesOrFallsBack("apt: the package answers 503", archive(Fault.status(503)));
    passesOrFallsBack("apt: the package answers 404", archive(Fault.status(404)));
    passesOrFallsBack("apt: the package is corrupt", archive(Broken.CORRUPT));
    passesOrFallsBack("apt: the package is reset midway", archive(Broken.RESET_MIDWAY));
    passesOrFallsBack("apt: the package stops midway", archive(Broken.SILENT_MIDWAY));
  }

  private void silences() {
    passesOrFallsBack(
        "apt: the mirror is silent", site -> site.mirror().server().spoilAll(Broken.SILENT));
    stallsOrFallsBack(
        "patient apt: the mirror is silent",
        site -> site.mirror().server().spoilAll(Broken.SILENT));
    stallsOrFallsBack("patient apt: the package stops midway", archive(Broken.SILENT_MIDWAY));
  }

  private void permanent() {
    add("apt: no such package", site -> {}, FOR_EVER, Recipe.ABSENT_HELLO, Verdict.PERMANENT);
  }

  private void passesOrFallsBack(String fault, Consumer<Site> setUp) {
    add(fault, setUp, ONE_ATTEMPT, Recipe.HELLO, Verdict.RETRIED);
    add(fault, setUp, FOR_EVER_WITH_A_FALLBACK, Recipe.HELLO, Verdict.FALLBACK);
  }

  private void stallsOrFallsBack(String fault, Consumer<Site> setUp) {
    add(fault, setUp, ONE_ATTEMPT, Recipe.PATIENT_HELLO, Verdict.STALLED);
    add(fault, setUp, FOR_EVER_WITH_A_FALLBACK, Recipe.PATIENT_HELLO, Verdict.FALLBACK);
  }

  private void add(
      String fault, Consumer<Site> setUp, Lasting lasting, Recipe recipe, Verdict expected) {
    all.add(Scenario.of(fault, setUp, lasting, recipe, expected));
  }

  private static Consumer<Site> archive(Fault fault) {
    return site -> spoil(site, site.mirror().archive(), fault);
  }

  private static void spoil(Site site, String path, Fault fault) {
    site.mirror().server().spoil(path, fault);
  }
}
