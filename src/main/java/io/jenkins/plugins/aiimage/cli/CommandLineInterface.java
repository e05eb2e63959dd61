package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.ParseException;

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
    subcommands.put("prepare", PrepareCommands.prepare(terminal));
    subcommands.put("plan", PrepareCommands.plan(terminal));
    subcommands.put("presets", new PresetsCommand(terminal));
    subcommands.put("push", PushCommand.push(terminal));
    subcommands.put("clean", CleanCommand.clean(terminal));
    subcommands.put("trivy-db", TrivyCommand.trivyDb(terminal));
    subcommands.put("lint", LintCommand.lint(terminal));
    subcommands.put("diagnose", DiagnoseCommand.diagnose(terminal));
    subcommands.put("smoke", SmokeCommand.smoke(terminal));
    subcommands.put("start", ServiceCommands.start(terminal));
    subcommands.put("stop", ServiceCommands.stop(terminal));
    subcommands.put("report", new ReportCommand(terminal));
  }

  /** Runs a command line and answers its exit code. */
  public int run(String... words) {
    List<String> line = List.of(words);
    if (line.isEmpty()) {
      terminal.err().print(HelpText.overview(subcommands));
      return Problem.INPUT.exitCode();
    }
    String name = line.get(0);
    if (name.equals("--help")) {
      terminal.out().print(HelpText.overview(subcommands));
      return 0;
    }
    if (name.equals("--version")) {
      terminal.out().println("ai-image " + Version.text());
      return 0;
    }
    Subcommand subcommand = subcommands.get(name);
    if (subcommand == null) {
      return misused("There is no command " + name, "");
    }
    return run(name, subcommand, line.subList(1, line.size()));
  }

  private int run(String name, Subcommand subcommand, List<String> words) {
    if (words.contains("--help")) {
      terminal.out().print(HelpText.of(name, subcommand));
      return 0;
    }
    try {
      Arguments arguments = Arguments.parse(subcommand.parameters(), words);
      if (subcommand.operands().isEmpty() && !arguments.operands().isEmpty()) {
        return misused("\"" + arguments.operands().get(0) + "\" belongs to no option", name + " ");
      }
      return subcommand.run(arguments);
    } catch (ParseException e) {
      return misused(e.getMessage(), name + " ");
    } catch (RuntimeException e) {
      e.printStackTrace(terminal.err());
      return terminal.refuse(
          Problem.INTERNAL, "This is a fault in ai-image; please report it with the lines above.");
    }
  }

  private int misused(String problem, String command) {
    return terminal.refuse(
        Problem.INPUT, problem + "; ai-image " + command + "--help shows what there is.");
  }
}
