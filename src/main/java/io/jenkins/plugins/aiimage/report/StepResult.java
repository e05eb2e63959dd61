package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Cleaning.Total;
import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Jenkinsfile gets of a run: maps and lists of texts, numbers and truths. What is not known
 * is null.
 */
public final class StepResult {
  private StepResult() {}

  /** The result of the run's use case; of a run that failed, only why. */
  public static Map<String, Object> of(RunReport report) {
    Optional<Failure> failure = report.failure();
    if (failure.isPresent()) {
      return failed(failure.get().problem(), failure.get().message());
    }
    return switch (report.useCase().orElse("")) {
      case "push", "promote" -> pushed(report);
      case "clean" -> cleaned(report);
      case "trivy-db" -> provided(report);
      case "lint" -> reviewed(report);
      case "smoke" -> tested(report);
      case "diagnose" -> DiagnosisResult.of(report);
      case "start", "stop" -> started(report);
      default -> prepared(report);
    };
  }

  /** In place of a result. */
  public static Map<String, Object> failed(Problem problem, String message) {
    Map<String, Object> why = new LinkedHashMap<>();
    why.put("problem", problem.name());
    why.put("message", message);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("failure", why);
    return result;
  }

  /** Of making sure that an image exists. */
  public static Map<String, Object> prepared(RunReport report) {
    ImageReport image = report.image();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("image", named(report));
    result.put("digest", image.digest().orElse(null));
    result.put("reference", image.reference().orElse(null));
    result.put("published", image.published());
    result.put("cache", image.cache().or(image::planned).map(CacheResult::name).orElse(null));
    result.put("key", image.recipe().key());
    result.put("durationMs", report.duration().toMillis());
    result.put("savedMs", image.saved().map(Duration::toMillis).orElse(null));
    List<Map<String, Object>> phases = new ArrayList<>();
    for (PhaseReport phase : image.phases()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", phase.name());
      entry.put("cache", outcome(phase, image.planned().isPresent()).name());
      entry.put("durationMs", phase.duration().toMillis());
      entry.put("attempts", phase.attempts());
      phases.add(entry);
    }
    result.put("phases", phases);
    return result;
  }

  /** Of a plan, what would become of the phase. */
  private static PhaseResult outcome(PhaseReport phase, boolean planned) {
    return planned && phase.cache() == PhaseResult.NOT_REACHED ? PhaseResult.BUILT : phase.cache();
  }

  /** The repository stands for its tag latest; where that is not asked for, the first one does. */
  private static String named(RunReport report) {
    List<String> tags = report.image().tags();
    return tags.isEmpty() || tags.contains("latest")
        ? report.subject()
        : report.subject() + ":" + tags.get(0);
  }

  /** Of bringing images to registries. */
  public static Map<String, Object> pushed(RunReport report) {
    ImageReport image = report.image();
    Map<String, Object> result = new LinkedHashMap<>();
    List<String> tags = image.tags();
    result.put("image", tags.isEmpty() ? report.subject() : report.subject() + ":" + tags.get(0));
    result.put("digest", image.digest().orElse(null));
    result.put("reference", image.reference().orElse(null));
    result.put("cache", image.cache().or(image::planned).map(CacheResult::name).orElse(null));
    result.put("durationMs", report.duration().toMillis());
    List<Map<String, Object>> pushes = new ArrayList<>();
    image.pushes().forEach(push -> pushes.add(entry(push)));
    result.put("pushes", pushes);
    return result;
  }

  private static Map<String, Object> entry(PushReport push) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("subject", push.subject());
    entry.put("reference", push.reference());
    entry.put("digest", push.digest().orElse(null));
    entry.put("sentBytes", push.sentBytes().orElse(null));
    entry.put("layersSent", push.layersSent().orElse(null));
    entry.put("layersThere", push.layersThere().orElse(null));
    entry.put("durationMs", push.duration().toMillis());
    return entry;
  }

  /** Of removing images. */
  public static Map<String, Object> cleaned(RunReport report) {
    Optional<Cleaning> cleaning = report.details(Cleaning.class);
    Optional<Total> total = cleaning.flatMap(Cleaning::total);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("removed", total.map(Total::images).orElse(0));
    result.put("kept", total.map(Total::kept).orElse(0));
    result.put("bytes", total.map(Total::bytes).orElse(0L));
    result.put("dryRun", cleaning.map(Cleaning::dryRun).orElse(false));
    result.put("durationMs", report.duration().toMillis());
    return result;
  }

  /** Of looking at Dockerfiles. */
  public static Map<String, Object> reviewed(RunReport report) {
    Optional<Review> review = report.details(Review.class);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("files", new ArrayList<>(review.map(Review::files).orElse(List.of())));
    result.put("errors", review.map(Review::errors).orElse(0));
    result.put("warnings", review.map(Review::warnings).orElse(0));
    result.put("infos", review.map(Review::infos).orElse(0));
    List<Map<String, Object>> findings = new ArrayList<>();
    review.ifPresent(known -> known.findings().forEach(found -> findings.add(entry(found))));
    result.put("findings", findings);
    List<Map<String, Object>> fixes = new ArrayList<>();
    for (Review.FixReport fix : review.map(Review::fixes).orElse(List.of())) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", fix.file());
      entry.put("rules", new ArrayList<>(fix.rules()));
      fixes.add(entry);
    }
    result.put("fixes", fixes);
    result.put("durationMs", report.duration().toMillis());
    return result;
  }

  private static Map<String, Object> entry(Review.FindingReport found) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", found.file());
    entry.put("line", found.line());
    entry.put("severity", found.severity().name());
    entry.put("tool", found.tool());
    entry.put("rule", found.rule());
    entry.put("message", found.message());
    entry.put("why", found.why().orElse(null));
    entry.put("advice", found.advice().orElse(null));
    entry.put("fixable", found.fixable());
    return entry;
  }

  /** Of testing an image. */
  public static Map<String, Object> tested(RunReport report) {
    Optional<Smoke> smoke = report.details(Smoke.class);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("image", report.subject());
    result.put("imageId", smoke.flatMap(Smoke::imageId).orElse(null));
    result.put("bytes", smoke.flatMap(Smoke::bytes).orElse(null));
    List<Map<String, Object>> tests = new ArrayList<>();
    for (Smoke.TestReport test : smoke.map(Smoke::tests).orElse(List.of())) {
      tests.add(test(test.test(), test.passed(), test.duration()));
    }
    result.put("tests", tests);
    result.put("durationMs", report.duration().toMillis());
    return result;
  }

  private static Map<String, Object> test(String test, boolean passed, Duration duration) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("test", test);
    entry.put("passed", passed);
    entry.put("durationMs", duration.toMillis());
    return entry;
  }

  /** Of providing Trivy's databases. */
  public static Map<String, Object> provided(RunReport report) {
    Optional<DatabasesReport> told = report.details(DatabasesReport.class);
    List<DatabaseReport> all = told.map(DatabasesReport::databases).orElse(List.of());
    List<Map<String, Object>> databases = new ArrayList<>();
    for (DatabaseReport database : all) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("database", database.database());
      entry.putAll(members(Optional.of(database)));
      databases.add(entry);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "environment",
        new ArrayList<>(told.flatMap(DatabasesReport::environment).orElse(List.of())));
    // What a script asks most: that of vulnerabilities, which there always is, comes first.
    result.putAll(members(all.stream().findFirst()));
    result.put("databases", databases);
    return result;
  }

  /** All null for a database that there is not, as after a dry run. */
  private static Map<String, Object> members(Optional<DatabaseReport> database) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("result", database.map(known -> known.result().name()).orElse(null));
    members.put("path", database.map(DatabaseReport::path).orElse(null));
    members.put("digest", database.flatMap(DatabaseReport::digest).orElse(null));
    members.put("updatedAt", database.map(known -> known.updatedAt().toString()).orElse(null));
    members.put("ageMs", database.map(known -> known.age().toMillis()).orElse(null));
    members.put("source", database.flatMap(DatabaseReport::source).orElse(null));
    members.put("bytes", database.map(DatabaseReport::bytes).orElse(null));
    members.put("durationMs", database.map(known -> known.duration().toMillis()).orElse(null));
    return members;
  }

  /** Of starting services. */
  public static Map<String, Object> started(RunReport report) {
    Optional<ServicesReport> services = report.details(ServicesReport.class);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("run", services.map(ServicesReport::run).orElse(null));
    result.put(
        "environment",
        new ArrayList<>(services.flatMap(ServicesReport::environment).orElse(List.of())));
    List<Map<String, Object>> all = new ArrayList<>();
    for (ServicesReport.ServiceReport service :
        services.map(ServicesReport::services).orElse(List.of())) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("service", service.service());
      entry.put("result", service.result().name());
      entry.put("readyAfterMs", service.readyAfter().map(Duration::toMillis).orElse(null));
      entry.put("addresses", new ArrayList<>(service.addresses()));
      entry.put("peakMemory", service.peakMemory().orElse(null));
      entry.put("cpuTimeMs", service.cpuTime().map(Duration::toMillis).orElse(null));
      all.add(entry);
    }
    result.put("services", all);
    List<Map<String, Object>> tests = new ArrayList<>();
    for (ServicesReport.TestReport test : services.map(ServicesReport::tests).orElse(List.of())) {
      tests.add(test(test.test(), test.passed(), test.duration()));
    }
    result.put("tests", tests);
    result.put("durationMs", report.duration().toMillis());
    return result;
  }
}
