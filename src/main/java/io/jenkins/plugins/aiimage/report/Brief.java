package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Review.FindingReport;
import io.jenkins.plugins.aiimage.report.RunReport.Wait;
import io.jenkins.plugins.aiimage.report.Smoke.TestReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shortens a report, the more the more of each there is.
 *
 * @param text the longest sentence
 * @param name the longest name
 * @param packages the most of one phase
 */
record Brief(int text, int name, int packages) {
  private static final int LIST = 3;
  private static final int TITLE = 300;
  private static final int TABLE = 20;
  private static final int FEW_ATTEMPTS = 10;
  private static final int PACKAGES_OF_A_PHASE = 40;
  private static final int PACKAGES_OF_FEW = 80;
  private static final int PACKAGES_OF_MANY = 40;

  static RunReport of(RunReport report) {
    int attempts = 0;
    int installing = 0;
    for (PhaseReport phase : report.phases()) {
      attempts += Math.min(LIST, phase.failures().size());
      installing += phase.installed().isEmpty() ? 0 : 1;
    }
    boolean few = attempts <= FEW_ATTEMPTS;
    int all = few ? PACKAGES_OF_FEW : PACKAGES_OF_MANY;
    int packages = Math.min(PACKAGES_OF_A_PHASE, all / Math.max(1, installing));
    return new Brief(few ? 200 : 60, few ? 80 : 24, packages).run(report);
  }

  private RunReport run(RunReport report) {
    return new RunReport(
        report.started(),
        report.version(),
        cut(report.label(), TITLE),
        cut(report.image(), TITLE),
        report.tags(),
        report.key(),
        report.platform(),
        report.builder(),
        report.cache(),
        report.planned(),
        report.digest(),
        report.reference(),
        report.published(),
        report.duration(),
        report.saved(),
        report.waited(),
        report.waitedFor().map(this::sentence),
        report.phases().stream().map(this::phase).toList(),
        report.pushes(),
        last(report.warnings()).stream().map(this::sentence).toList(),
        report.failure().map(full -> new Failure(full.problem(), sentence(full.message()))),
        report.useCase(),
        report.cleaning().map(Brief::cleaning),
        report.databases(),
        report.environment(),
        report.until(),
        report.preset(),
        report.inputs(),
        report.bytes(),
        report.review().map(this::review),
        report.smoke().map(this::smoke),
        report.diagnosis().map(Brief::diagnosis),
        report.services().map(all -> all.brief(this)),
        report.current().map(this::current),
        report.storage(),
        last(report.waits()).stream().map(this::wait).toList());
  }

  private PhaseReport phase(PhaseReport full) {
    List<Installed> some = full.installed().subList(0, Math.min(packages, full.installed().size()));
    return new PhaseReport(
        full.name(),
        full.key(),
        full.cache(),
        full.start(),
        full.duration(),
        full.attempts(),
        full.fallback(),
        last(full.failures()).stream().map(this::attempt).toList(),
        some.stream().map(this::installed).toList(),
        full.installedCount(),
        full.bytes());
  }

  private Installed installed(Installed full) {
    return new Installed(cut(full.name(), name), cut(full.version(), name));
  }

  private AttemptReport attempt(AttemptReport full) {
    return new AttemptReport(
        full.attempt(),
        full.cause(),
        full.start(),
        full.duration(),
        full.exitCode(),
        sentence(full.message()),
        full.sign(),
        full.hint().map(this::sentence),
        full.subject().map(subject -> cut(subject, name)),
        full.instruction().map(instruction -> cut(instruction, name)),
        List.of(),
        List.of());
  }

  private Current current(Current full) {
    return new Current(
        full.subject(),
        full.number(),
        full.total(),
        full.since(),
        full.expected(),
        full.doing().map(this::sentence),
        full.silence(),
        full.silenceLimit());
  }

  private Wait wait(Wait full) {
    return new Wait(sentence(full.who()), full.start(), full.duration());
  }

  private static Cleaning cleaning(Cleaning full) {
    return new Cleaning(full.dryRun(), last(full.removed()), last(full.kept()), full.total());
  }

  private Review review(Review full) {
    List<FindingReport> worst =
        full.findings().stream()
            .sorted(Comparator.comparing(FindingReport::severity))
            .limit(TABLE)
            .map(this::finding)
            .toList();
    return new Review(
        last(full.files()),
        full.dryRun(),
        full.errors(),
        full.warnings(),
        full.infos(),
        worst,
        last(full.fixes()));
  }

  private FindingReport finding(FindingReport full) {
    return new FindingReport(
        cut(full.file(), name),
        full.line(),
        full.severity(),
        full.tool(),
        cut(full.rule(), name),
        sentence(full.message()),
        Optional.empty(),
        full.advice().map(this::sentence),
        full.fixable());
  }

  private Smoke smoke(Smoke full) {
    List<TestReport> failedFirst =
        full.tests().stream()
            .sorted(Comparator.comparing(TestReport::passed))
            .limit(TABLE)
            .map(this::test)
            .toList();
    return new Smoke(full.imageId(), full.bytes(), full.passed(), failedFirst);
  }

  private TestReport test(TestReport full) {
    return new TestReport(
        sentence(full.test()),
        full.passed(),
        full.duration(),
        full.exitCode(),
        full.message().map(this::sentence),
        List.of());
  }

  private static Diagnosis diagnosis(Diagnosis full) {
    return new Diagnosis(
        full.dryRun(),
        full.context(),
        first(full.suggestions()),
        first(full.packages()),
        first(full.requirements()).stream()
            .map(
                list ->
                    new Diagnosis.Requirements(
                        list.file(), list.packages(), first(list.unpinned()), list.installed()))
            .toList(),
        first(full.indexes()),
        full.recipe(),
        first(full.files()));
  }

  private static <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(TABLE, list.size()));
  }

  static <T> List<T> last(List<T> list) {
    return list.subList(Math.max(0, list.size() - LIST), list.size());
  }

  String sentence(String full) {
    return cut(full, text);
  }

  private static String cut(String full, int length) {
    if (full.length() <= length) {
      return full;
    }
    boolean splitsPair = Character.isHighSurrogate(full.charAt(length - 1));
    return full.substring(0, splitsPair ? length - 1 : length) + "…";
  }
}
