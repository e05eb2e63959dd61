package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.lint.check.Checks;
import io.jenkins.plugins.aiimage.lint.check.Finding;
import io.jenkins.plugins.aiimage.lint.check.Recipe;
import io.jenkins.plugins.aiimage.lint.check.Rule;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what makes Dockerfiles for AI slow, fragile or unsafe, and mends what it safely can.
 */
public final class Lint implements UseCase {
  static final String OWN = "ai-image";

  private final LintRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort = new Abort();

  /** Looks once. */
  public Lint(LintRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, clock, abort).tell(began -> lint(events, began));
  }

  /** Looking is quick. */
  @Override
  public Answer answer(EventLog events) {
    return new Answer.Done(run(events));
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void lint(EventLog events, Instant began) throws UseCaseException {
    List<String> names = request.files().stream().map(SourceFile::name).toList();
    events.publish(new LintEvent.LintStarted(names, request.dryRun(), machine.version()));
    // All are read before one is written.
    List<String> texts = new ArrayList<>();
    for (SourceFile file : request.files()) {
      texts.add(checked(file));
    }
    Score score = new Score(events);
    for (int i = 0; i < texts.size(); i++) {
      SourceFile file = request.files().get(i);
      String text = request.mend() ? mended(file, texts.get(i), events) : texts.get(i);
      found(file, text).forEach(score::add);
    }
    request.output().ifPresent(file -> file.write(score.findings(), machine.version(), events));
    if (score.reaches(request.failOn())) {
      throw new UseCaseException(Problem.FINDINGS, "Found " + score.words() + ".");
    }
    events.publish(score.end(Duration.between(began, clock.instant())));
  }

  /** The text of a file that Docker would read. */
  private String checked(SourceFile file) throws UseCaseException {
    String text = file.read();
    try {
      Checks.run(recipe(file, text));
      return text;
    } catch (DockerfileException e) {
      String where = e.line() > 0 ? " line " + e.line() : "";
      throw UseCaseException.input(file.name() + where + ": " + e.problem() + ".");
    }
  }

  private Recipe recipe(SourceFile file, String text) {
    return Recipe.of(text, file.path(), context(file));
  }

  private Path context(SourceFile file) {
    Path own = file.path().toAbsolutePath().getParent();
    return request.context().orElse(own);
  }

  /** What is looked at then: in a dry run the file as it is. */
  private String mended(SourceFile file, String text, EventLog events) throws UseCaseException {
    Fixes.Mended mended = Fixes.of(text, file.path(), context(file));
    if (mended.text().equals(text)) {
      return text;
    }
    List<String> rules = mended.rules().stream().map(Rule::name).toList();
    if (request.dryRun()) {
      String diff = UnifiedDiff.of(file.name(), text, mended.text());
      events.publish(new LintEvent.FixPlanned(file.name(), rules, diff));
      return text;
    }
    file.write(mended.text());
    events.publish(new LintEvent.FileFixed(file.name(), rules));
    return mended.text();
  }

  /** What another program has found, as far as it matters for what is not said again. */
  private record Said(int line, String rule) {}

  private List<LintEvent.Finding> found(SourceFile file, String text) {
    Recipe recipe = recipe(file, text);
    List<LintEvent.Finding> found = new ArrayList<>();
    if (request.tools()) {
      OtherTools tools = new OtherTools(machine.environment(), abort);
      tools.findings(file, context(file)).stream()
          .filter(other -> !recipe.ignores().cover(other.rule(), other.line()))
          .forEach(found::add);
    }
    Set<Said> said = new HashSet<>();
    found.forEach(other -> said.add(new Said(other.line(), other.rule())));
    Set<Rule> mendable = mendable(file, text);
    for (Finding finding : Checks.run(recipe)) {
      boolean again =
          finding.rule().neighbours().stream()
              .anyMatch(rule -> said.contains(new Said(finding.line(), rule)));
      if (!again) {
        boolean fixable = !finding.edits().isEmpty() || mendable.contains(finding.rule());
        found.add(told(file, finding, fixable));
      }
    }
    found.sort(
        Comparator.comparingInt(LintEvent.Finding::line).thenComparing(LintEvent.Finding::rule));
    return found;
  }

  /** The rules that find nothing any more when all is mended, also what stands in another's way. */
  private Set<Rule> mendable(SourceFile file, String text) {
    Fixes.Mended mended = Fixes.of(text, file.path(), context(file));
    Set<Rule> rules = new HashSet<>(mended.rules());
    Checks.run(recipe(file, mended.text())).forEach(left -> rules.remove(left.rule()));
    return rules;
  }

  private static LintEvent.Finding told(SourceFile file, Finding finding, boolean fixable) {
    Rule rule = finding.rule();
    return new LintEvent.Finding(
        file.name(),
        finding.line(),
        rule.severity(),
        OWN,
        rule.name(),
        finding.message(),
        Optional.of(rule.why()),
        Optional.of(rule.advice()),
        fixable);
  }
}
