package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.PrepareException;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A command on a recipe: {@code prepare} or {@code plan}. */
final class RecipeCommand implements Subcommand {
  private final Terminal terminal;
  private final String description;
  private final List<Parameter> parameters;
  private final UseCase useCase;

  /** What is done with a request. */
  @FunctionalInterface
  private interface UseCase {
    Optional<Problem> run(Prepare prepare, PrepareRequest request, EventLog events);
  }

  private RecipeCommand(
      Terminal terminal, String description, List<Parameter> parameters, UseCase useCase) {
    this.terminal = terminal;
    this.description = description;
    this.parameters = parameters;
    this.useCase = useCase;
  }

  static Subcommand prepare(Terminal terminal) {
    return new RecipeCommand(
        terminal,
        "Makes sure that the image with this content exists: finds it in the cache, or builds the"
            + " phases that are missing, and publishes it.",
        Parameters.joined(
            Parameters.PREPARE, Parameters.joined(Parameters.OUTPUT, Parameters.CALLER)),
        Prepare::run);
  }

  static Subcommand plan(Terminal terminal) {
    return new RecipeCommand(
        terminal,
        "Says what prepare would do: the content key, the phases, and what is cached. Builds and"
            + " changes nothing.",
        Parameters.joined(
            Parameters.RECIPE, Parameters.joined(Parameters.OUTPUT, Parameters.CALLER)),
        Prepare::plan);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public int run(Arguments typed) {
    try {
      Arguments arguments = RequestFile.complete(typed, parameters);
      Optional<Lease> lease = Lease.of(arguments);
      try (Outputs outputs = Outputs.open(terminal, arguments)) {
        PrepareRequest request =
            new RequestReader(arguments.given(), Path.of(""), Parameter::option).read();
        return run(request, lease, outputs);
      }
    } catch (PrepareException e) {
      return terminal.refuse(e.problem(), e.getMessage());
    } catch (IOException e) {
      return terminal.refuse(Problem.INPUT, e.getMessage());
    }
  }

  private int run(PrepareRequest request, Optional<Lease> lease, Outputs outputs) {
    Prepare prepare = new Prepare(terminal.environment(), Clock.systemUTC(), Version.text());
    lease.ifPresent(
        held ->
            held.watch(
                () -> {
                  terminal.err().println("ai-image: " + held.expired());
                  prepare.abort();
                }));
    try (Interruption interruption = Interruption.watch(prepare::abort)) {
      EventLog events = new EventLog(Clock.systemUTC(), outputs.listeners());
      return useCase.run(prepare, request, events).map(Problem::exitCode).orElse(0);
    }
  }
}
