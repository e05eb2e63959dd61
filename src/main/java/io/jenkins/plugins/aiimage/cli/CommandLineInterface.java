package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line and hands over to the command that it names. */
public final class CommandLineInterface {
  private final Terminal terminal;
  private final Map<String, Subcommand> subcommands = new LinkedHashMap<>();

  /**
   * The commands with their environment.
   *
   * @param environment variables, as the process has them
   */
  public CommandLineInterface(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.terminal = new Terminal(environment, out, err);
    subcommands.put("prepare", RecipeCommand.prepare(terminal));
    subcommands.put("plan", RecipeCommand.plan(terminal));
    subcommands.put("report", new ReportCommand(terminal));
  }

  /** Runs a command line and answers its exit code. */
  public int run(String... arguments) {
    CommandLine line = commandLine();
    ParseResult parsed;
    try {
      parsed = line.parseArgs(arguments);
    } catch (ParameterException e) {
      return misused(e);
    }
    ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (innermost.isVersionHelpRequested()) {
      terminal.out().println("ai-image " + Version.text());
      return 0;
    }
    if (innermost.isUsageHelpRequested() || !parsed.hasSubcommand()) {
      boolean asked = innermost.isUsageHelpRequested();
      innermost.commandSpec().commandLine().usage(asked ? terminal.out() : terminal.err());
      return asked ? 0 : Problem.INPUT.exitCode();
    }
    return subcommands.get(innermost.commandSpec().name()).run(innermost);
  }

  private int misused(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    return terminal.refuse(
        Problem.INPUT, e.getMessage() + " (" + spec.qualifiedName() + " --help)");
  }

  private CommandLine commandLine() {
    CommandSpec root = CommandSpec.create().name("ai-image");
    root.usageMessage()
        .description(
            "Container images for AI: found in the registry by their content, or built in phases"
                + " that time out, notice a stall, and resume.")
        .footer("", "Exit codes: 0 success, 2 wrong use or input; all others: docs/exit-codes.md.");
    root.addOption(help());
    root.addOption(
        OptionSpec.builder("--version")
            .type(boolean.class)
            .versionHelp(true)
            .description("Show the version.")
            .build());
    subcommands.forEach(
        (name, subcommand) -> {
          CommandSpec spec = subcommand.spec().name(name).addOption(help());
          spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).width(100);
          root.addSubcommand(name, spec);
        });
    root.usageMessage().width(100);
    // A value that starts with @ is a value, not a file of arguments.
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setOverwrittenOptionsAllowed(false)
        .setAllowOptionsAsOptionParameters(false);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("--help")
        .type(boolean.class)
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }
}
