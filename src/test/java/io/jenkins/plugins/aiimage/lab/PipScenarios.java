package io.jenkins.plugins.aiimage.lab;

import static io.jenkins.plugins.aiimage.lab.Lasting.FOR_EVER;
import static io.jenkins.plugins.aiimage.lab.Lasting.FOR_EVER_WITH_A_FALLBACK;
import static io.jenkins.plugins.aiimage.lab.Lasting.ONE_ATTEMPT;
import static io.jenkins.plugins.aiimage.lab.Lasting.ONE_REQUEST;

import io.jenkins.plugins.aiimage.lab.Fault.Broken;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What pip meets at an index. */
final class PipScenarios {
  private static final Wheel TORCH = Site.TORCH;
  private static final Wheel NUMPY = Site.NUMPY;

  private final List<Scenario> all = new ArrayList<>();

  private PipScenarios() {}

  static List<Scenario> all() {
    PipScenarios scenarios = new PipScenarios();
    scenarios.brokenConnections();
    scenarios.refusals();
    scenarios.badFiles();
    scenarios.silences();
    scenarios.healthy();
    scenarios.permanent();
    scenarios.ambiguous();
    return List.copyOf(scenarios.all);
  }

  private void brokenConnections() {
    passesOrFallsBack("pip: the index is silent", page(Broken.SILENT));
    passesOrFallsBack("pip: the file is silent", file(Broken.SILENT));
    passesOrFallsBack("pip: the file stops midway", file(Broken.SILENT_MIDWAY));
    passesOrFallsBack("pip: the index is reset midway", page(Broken.RESET_MIDWAY));
    passesOrFallsBack("pip: the file is reset midway", file(Broken.RESET_MIDWAY));
    passesOrFallsBack("pip: the index refuses connections", site -> fill(site).server().refuse());
    all.add(
        Scenario.of(
                "pip: the index's name is unknown",
                site -> {},
                FOR_EVER_WITH_A_FALLBACK,
                Recipe.TORCH,
                Verdict.FALLBACK)
            .with(site -> Map.of("INDEX_URL", "https://index.invalid/simple/")));
  }

  private void refusals() {
    for (int code : List.of(403, 404, 503)) {
      passesOrFallsBack("pip: the index answers " + code, page(Fault.status(code)));
      passesOrFallsBack("pip: the file answers " + code, file(Fault.status(code)));
    }
    String soon = "Thu, 01 Jan 2026 00:00:00 GMT";
    for (String after : List.of("1", "35.852µs", "-1", "garbage", soon)) {
      String fault = "pip: the index answers 429, Retry-After: " + after;
      passesOrFallsBack(fault, page(Fault.tooManyRequests(after)));
    }
    passesOrFallsBack(
        "pip: the file answers 429, Retry-After: 35.852µs",
        file(Fault.tooManyRequests("35.852µs")));
  }

  private void badFiles() {
    passesOrFallsBack("pip: the file is cut short", file(Broken.CUT_SHORT));
    passesOrFallsBack("pip: the file is corrupt", file(Broken.CORRUPT));
    passesOrFallsBack("pip: the file is cut short, its hash unknown", unhashed(Broken.CUT_SHORT));
    passesOrFallsBack("pip: the file is corrupt, its hash unknown", unhashed(Broken.CORRUPT));
  }

  private void silences() {
    stallsOrFallsBack("patient pip: the index is silent", page(Broken.SILENT));
    stallsOrFallsBack("patient pip: the file stops midway", file(Broken.SILENT_MIDWAY));
    String inAnHour =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
    stallsOrFallsBack(
        "patient pip: the index answers 429, Retry-After: in an hour",
        page(Fault.tooManyRequests(inAnHour)));
    add(
        "patient pip: the file comes at 20 kB/s",
        file(new Fault.Slow(20_000)),
        ONE_ATTEMPT,
        Recipe.PATIENT_TORCH,
        Verdict.STALLED);
  }

  private void healthy() {
    add(
        "pip: the file comes at 20 kB/s",
        file(new Fault.Slow(20_000)),
        FOR_EVER,
        Recipe.SLOW_TORCH,
        Verdict.BUILT);
    add(
        "pip: the index answers after 2 s",
        page(new Fault.Late(Duration.ofSeconds(2))),
        FOR_EVER,
        Recipe.TORCH,
        Verdict.BUILT);
    add("pip: the index answers 503", once(503), ONE_REQUEST, Recipe.TORCH, Verdict.BUILT);
  }

  private void permanent() {
    permanent("pip: no such version", site -> fill(site), Recipe.ABSENT_TORCH);
    permanent("pip: 503 once, then no such version", once(503), Recipe.ABSENT_TORCH);
    add(
        "pip: no such version",
        site -> fill(site),
        FOR_EVER_WITH_A_FALLBACK,
        Recipe.ABSENT_TORCH,
        Verdict.PERMANENT);
    permanent(
        "pip: a requirement's version does not exist",
        site -> site.index().offer(Wheel.of("torch", "2.3.0", "numpy==99")).offer(NUMPY),
        Recipe.TORCH);
    permanent(
        "pip: the version is for a newer Python",
        site -> site.index().offerTo(">=3.99", TORCH),
        Recipe.TORCH);
    permanent("pip: two pins exclude each other", PipScenarios::offerConflict, Recipe.CONFLICT);
    permanent("pip: this Python is Debian's", site -> fill(site), Recipe.UNMANAGED);
    permanent("shell: no such program", site -> {}, Recipe.TYPO);
  }

  /** pip says of these what it also says of an index in trouble: the versions are "none". */
  private void ambiguous() {
    add("pip: the index answers 503", page(Fault.status(503)), FOR_EVER, Verdict.GIVEN_UP);
    add(
        "pip: a requirement does not exist",
        site -> site.index().offer(Wheel.of("torch", "2.3.0", "absent")),
        FOR_EVER,
        Verdict.GIVEN_UP);
    add(
        "pip: the version is for another platform",
        site -> site.index().offer(TORCH.taggedFor("cp311-cp311-win_amd64")),
        FOR_EVER,
        Verdict.GIVEN_UP);
  }

  private void passesOrFallsBack(String fault, Consumer<Site> setUp) {
    add(fault, setUp, ONE_ATTEMPT, Verdict.RETRIED);
    add(fault, setUp, FOR_EVER_WITH_A_FALLBACK, Verdict.FALLBACK);
  }

  private void stallsOrFallsBack(String fault, Consumer<Site> setUp) {
    add(fault, setUp, ONE_ATTEMPT, Recipe.PATIENT_TORCH, Verdict.STALLED);
    add(fault, setUp, FOR_EVER_WITH_A_FALLBACK, Recipe.PATIENT_TORCH, Verdict.FALLBACK);
  }

  private void permanent(String fault, Consumer<Site> setUp, Recipe recipe) {
    add(fault, setUp, FOR_EVER, recipe, Verdict.PERMANENT);
  }

  private void add(String fault, Consumer<Site> setUp, Lasting lasting, Verdict expected) {
    add(fault, setUp, lasting, Recipe.TORCH, expected);
  }

  private void add(
      String fault, Consumer<Site> setUp, Lasting lasting, Recipe recipe, Verdict expected) {
    all.add(Scenario.of(fault, setUp, lasting, recipe, expected));
  }

  private static IndexServer fill(Site site) {
    return site.index().offer(TORCH).offer(NUMPY);
  }

  private static Consumer<Site> page(Fault fault) {
    return site -> fill(site).server().spoil(site.index().page(TORCH.name()), fault);
  }

  private static Consumer<Site> once(int code) {
    return site ->
        fill(site).server().spoil(site.index().page(TORCH.name()), Fault.status(code), 1);
  }

  private static Consumer<Site> file(Fault fault) {
    return site -> fill(site).server().spoil(site.index().file(TORCH), fault);
  }

  private static Consumer<Site> unhashed(Fault fault) {
    return site -> {
      site.index().offerUnhashed(TORCH).offer(NUMPY);
      site.index().server().spoil(site.index().file(TORCH), fault);
    };
  }

  private static void offerConflict(Site site) {
    site.index().offer(Wheel.of("torch", "2.3.0", "numpy<2")).offer(NUMPY);
    site.index().offer(Wheel.of("numpy", "2.0.0"));
  }
}
