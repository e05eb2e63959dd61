package io.jenkins.plugins.aiimage.lab;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a scenario by a builder and observes. */
final class Experiment {
  /** Enough to tell a retry from the last one, and no longer than that. */
  private static final String RETRIES = "2";

  private final Scenario scenario;
  private final String builder;
  private final Path folder;

  Experiment(Scenario scenario, String builder, Path folder) {
    this.scenario = scenario;
    this.builder = builder;
    this.folder = folder;
  }

  Observation run() throws IOException {
    Lab lab = Lab.required(folder.resolve("state"));
    Path context = Files.createDirectories(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), scenario.recipe().dockerfile());
    try (Site site = Site.open()) {
      scenario.setUp().accept(site);
      Runnable afterFirst = scenario.lasting() == Lasting.ONE_ATTEMPT ? site::mend : () -> {};
      try (BuilderWatch watch = new BuilderWatch("EXPERIMENT=" + site.id(), afterFirst)) {
        Said said = lab.aiImage(arguments(lab, site, context).toArray(String[]::new));
        return observe(said, site, watch.ends(), Instant.now());
      }
    }
  }

  private List<String> arguments(Lab lab, Site site, Path context) {
    List<String> words = new ArrayList<>(List.of("prepare", "--context", context.toString()));
    words.addAll(List.of("--image", Lab.newImage(), "--registry", lab.registry()));
    words.addAll(List.of("--builder", builder, "--network", "host", "--retries", RETRIES));
    words.addAll(List.of("--report", report().toString(), "--events", events().toString()));
    words.addAll(scenario.recipe().options());
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("BASE", Builders.pythonImage());
    arguments.put("EXPERIMENT", site.id());
    arguments.put("INDEX_URL", site.index().url());
    arguments.put("MIRROR", trusted(site.mirror()));
    arguments.putAll(scenario.arguments().apply(site));
    arguments.forEach((name, value) -> words.addAll(List.of("--build-arg", name + "=" + value)));
    if (scenario.lasting() == Lasting.FOR_EVER_WITH_A_FALLBACK) {
      words.add("--fallback");
      words.add(
          scenario.recipe().run().contains("$MIRROR")
              ? "MIRROR=" + trusted(site.otherMirror())
              : "INDEX_URL=" + site.otherIndex().url());
    }
    return words;
  }

  private static String trusted(AptMirror mirror) {
    return "[trusted=yes] " + mirror.url();
  }

  private Path report() {
    return folder.resolve("report.json");
  }

  private Path events() {
    return folder.resolve("events");
  }

  private Observation observe(Said said, Site site, List<Instant> ends, Instant end)
      throws IOException {
    Report report = Report.read(report());
    List<String> causes = report.ofFailures("cause");
    List<String> signs = new ArrayList<>(report.ofFailures("sign"));
    if (signs.isEmpty()) {
      signs.addAll(report.ofFailures("message"));
    }
    signs.addAll(report.ofFailures("hint"));
    Optional<Duration> endedAfterBuilder =
        ends.isEmpty()
            ? Optional.empty()
            : Optional.of(Duration.between(ends.get(ends.size() - 1), end));
    // One that the builder spoiled itself says nothing of the fault.
    int attempts = report.attempts() - Collections.frequency(causes, "BUILDER_STATE");
    return new Observation(
        verdict(said, report, causes, attempts, site),
        attempts,
        report.problem(),
        causes,
        signs,
        endedAfterBuilder,
        killedAfterLimit(ends, causes),
        said.out() + said.err());
  }

  private static Verdict verdict(
      Said said, Report report, List<String> causes, int attempts, Site site) {
    boolean permanent = report.problem().equals(Optional.of("BUILD_FAILED"));
    if (said.exitCode() != 0) {
      if (attempts > 1) {
        return Verdict.GIVEN_UP;
      }
      return permanent ? Verdict.PERMANENT : Verdict.OTHERWISE;
    }
    if (!site.askedOfFallbacks().isEmpty()) {
      return Verdict.FALLBACK;
    }
    if (causes.contains("STALLED")) {
      return Verdict.STALLED;
    }
    return attempts > 1 ? Verdict.RETRIED : Verdict.BUILT;
  }

  /** Of the first attempt, where that was killed for its silence. */
  private Optional<Duration> killedAfterLimit(List<Instant> ends, List<String> causes)
      throws IOException {
    List<Instant> limits = EventFile.read(events()).stallLimits();
    if (ends.isEmpty() || limits.isEmpty() || !causes.get(0).equals("STALLED")) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(limits.get(0), ends.get(0)));
  }
}
