package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.context.ContextException;
import io.jenkins.plugins.aiimage.context.ContextListing;
import io.jenkins.plugins.aiimage.context.DockerIgnore;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.lint.check.Checks;
import io.jenkins.plugins.aiimage.lint.check.Finding;
import io.jenkins.plugins.aiimage.lint.check.Recipe;
import io.jenkins.plugins.aiimage.report.DiagnoseEvent;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Diagnosis.Suggestion;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.Severity;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a recipe and its context before anything is built: what is sent, what is heavy, where
 * packages come from. It needs no engine, and writes only what was asked for.
 */
public final class Diagnose implements UseCase {
  private static final long LARGEST_DOCKERFILE = 1_000_000;

  private static final int MOST_INDEXES = 20;

  private final DiagnoseRequest request;
  private final Machine machine;
  private final Abort abort = new Abort();

  /** Looks once. */
  public Diagnose(DiagnoseRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, machine.clock(), abort).tell(began -> look(events, began));
  }

  /** Looking takes seconds. */
  @Override
  public Answer answer(EventLog events) {
    return new Answer.Done(run(events));
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void look(EventLog events, Instant began) throws UseCaseException {
    events.publish(
        new DiagnoseEvent.DiagnoseStarted(
            request.name(), request.context().toString(), request.dryRun(), machine.version()));
    String text = dockerfile();
    RecipeView recipe = recipe(text);
    List<RequirementsFile> requirements = RequirementsSearch.of(recipe, request.context());
    Proposals proposals =
        new Proposals(request.context(), request.dockerfile(), request.overwrite());
    if (request.split()) {
      split(requirements, proposals, events);
    }
    List<Suggestion> suggestions = context(recipe, events);
    ignore(suggestions, proposals);
    checkAbort();
    packages(recipe, requirements, events);
    indexes(recipe, requirements, events);
    checkAbort();
    events.publish(new DiagnoseEvent.RecipeExamined(examined(recipe, text)));
    proposals.carryOut(request.dryRun(), events);
    Duration took = Duration.between(began, machine.clock().instant());
    events.publish(new DiagnoseEvent.DiagnoseSucceeded(took));
  }

  private void checkAbort() throws UseCaseException {
    if (abort.requested()) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    }
  }

  private String dockerfile() throws UseCaseException {
    Path file = request.dockerfile();
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_DOCKERFILE) {
        throw UseCaseException.input(
            request.name() + " is no file that could be a Dockerfile: name another one.");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UseCaseException.input(
          request.name() + " cannot be read as text: see to it, or name another file.");
    }
  }

  private RecipeView recipe(String text) throws UseCaseException {
    try {
      return RecipeView.of(text, request.buildArguments());
    } catch (DockerfileException e) {
      String where = e.line() > 0 ? " line " + e.line() : "";
      throw UseCaseException.input(request.name() + where + ": " + e.problem() + ".");
    }
  }

  private List<Suggestion> context(RecipeView recipe, EventLog events) throws UseCaseException {
    IgnoreFile ignored = IgnoreFile.of(request.context(), request.dockerfile());
    ContextSurvey survey = new ContextSurvey();
    try {
      DockerIgnore rules = DockerIgnore.find(request.context(), request.dockerfile());
      ContextListing.walk(request.context(), rules, survey);
    } catch (ContextException e) {
      throw UseCaseException.input(e.getMessage());
    }
    events.publish(new DiagnoseEvent.ContextMeasured(survey.context(request.top())));
    List<Suggestion> suggestions =
        IgnoreAdvice.of(survey.piles(), NamedPaths.of(recipe.named(), ignored.text()));
    suggestions.forEach(each -> events.publish(new DiagnoseEvent.IgnoreSuggested(each)));
    return suggestions;
  }

  private void ignore(List<Suggestion> suggestions, Proposals proposals) throws UseCaseException {
    if (request.writeIgnore()) {
      IgnoreFile ignored = IgnoreFile.of(request.context(), request.dockerfile());
      String addition = ignored.addition(suggestions);
      if (!addition.isEmpty()) {
        proposals.add(ignored.path(), ignored.text(), addition);
      }
    }
  }

  private void packages(RecipeView recipe, List<RequirementsFile> requirements, EventLog events) {
    for (RequirementsFile file : requirements) {
      List<Requirement> all = file.requirements();
      List<String> unpinned =
          all.stream().filter(each -> !each.pinned()).map(Requirement::name).toList();
      events.publish(
          new DiagnoseEvent.RequirementsRead(
              new Diagnosis.Requirements(file.path(), all.size(), unpinned, file.installed())));
    }
    Packages.of(recipe, request.name(), requirements)
        .forEach(each -> events.publish(new DiagnoseEvent.HeavyPackageFound(each)));
  }

  private void indexes(RecipeView recipe, List<RequirementsFile> requirements, EventLog events) {
    if (request.online()) {
      List<IndexAddress> all = Indexes.of(recipe, requirements, request.otherIndexes());
      List<IndexAddress> addresses = all.subList(0, Math.min(MOST_INDEXES, all.size()));
      if (addresses.size() < all.size()) {
        String message =
            "Only " + MOST_INDEXES + " of " + all.size() + " package indexes are asked.";
        events.publish(new Event.Warned(message));
      }
      new IndexRound(machine.environment(), request.timeout())
          .ask(addresses)
          .forEach(
              index -> {
                events.publish(new DiagnoseEvent.IndexAsked(index));
                index
                    .error()
                    .ifPresent(
                        why ->
                            events.publish(
                                new Event.Warned(
                                    "Package index " + index.url() + ": " + why + ".")));
              });
    }
  }

  private Diagnosis.Recipe examined(RecipeView recipe, String text) {
    List<Finding> findings = Checks.run(Recipe.of(text, request.dockerfile(), request.context()));
    return new Diagnosis.Recipe(
        recipe.phases(),
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.INFO));
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(each -> each.rule().severity() == severity).count();
  }

  private void split(List<RequirementsFile> requirements, Proposals proposals, EventLog events)
      throws UseCaseException {
    boolean any = false;
    for (RequirementsFile file : requirements) {
      RequirementsSplit split = RequirementsSplit.of(file);
      boolean wanted =
          file.installed() || requirements.stream().noneMatch(RequirementsFile::installed);
      if (wanted && split.divides()) {
        String name = file.file().getFileName().toString().replaceFirst("[.]txt$", "");
        proposals.create(file.file().resolveSibling(name + ".base.txt"), split.base());
        proposals.create(file.file().resolveSibling(name + ".ml.txt"), split.ml());
        any = true;
      }
    }
    if (!any) {
      events.publish(
          new Event.Warned(
              "There is no list of packages to divide: none has both heavy packages and others."));
    }
  }
}
