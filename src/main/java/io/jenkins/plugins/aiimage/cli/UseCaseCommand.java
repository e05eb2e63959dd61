package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A command that runs a use case: with log, report and events, until it ends or is interrupted. */
final class UseCaseCommand implements Subcommand {
  private final Terminal terminal;
  private final String description;
  private final List<Parameter> parameters;
  private final String operands;
  private final Reader reader;

  /** Makes a use case of what was typed. */
  @FunctionalInterface
  interface Reader {
    UseCase read(Arguments arguments, Machine machine) throws UseCaseException;
  }

  /**
   * A command.
   *
   * @param parameters of the use case itself
   * @param operands what it takes besides options, as help texts show it; empty if nothing
   */
  UseCaseCommand(
      Terminal terminal,
      String description,
      List<Parameter> parameters,
      String operands,
      Reader reader) {
    this.terminal = terminal;
    this.description = description;
    this.parameters =
        Parameters.joined(parameters, Parameters.joined(Parameters.OUTPUT, Parameters.CALLER));
    this.operands = operands;
    this.reader = reader;
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
    return operands;
  }

  @Override
  public int run(Arguments typed) {
    try {
      Arguments arguments = RequestFile.complete(typed, parameters);
      Optional<Lease> lease = Lease.of(arguments);
      try (Outputs outputs = Outputs.open(terminal, arguments)) {
        Machine machine = Machine.of(terminal.environment(), Clock.systemUTC(), Version.text());
        return run(reader.read(arguments, machine), lease, outputs);
      }
    } catch (UseCaseException e) {
      return refuse(typed, e.problem(), e.getMessage());
    } catch (IOException e) {
      return refuse(typed, Problem.INPUT, e.getMessage());
    }
  }

  private int refuse(Arguments typed, Problem problem, String sentence) {
    Outputs.refused(terminal, typed, problem, sentence);
    return terminal.refuse(problem, sentence);
  }

  private int run(UseCase useCase, Optional<Lease> lease, Outputs outputs) {
    lease.ifPresent(
        held ->
            held.watch(
                () -> {
                  terminal.err().println("ai-image: " + held.expired());
                  useCase.abort();
                }));
    try (Interruption interruption = Interruption.watch(useCase::abort)) {
      EventLog events = new EventLog(Clock.systemUTC(), outputs.listeners());
      return useCase.run(events).map(Problem::exitCode).orElse(0);
    }
  }
}
