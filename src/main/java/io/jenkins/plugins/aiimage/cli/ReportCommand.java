package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.html.ReportPage;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ai-image report}: one page over the reports of several runs. */
record ReportCommand(Terminal terminal) implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Writes one self-contained HTML page over the reports of runs.", "");
    spec.addOption(
        OptionSpec.builder("--html")
            .type(String.class)
            .arity("1")
            .required(true)
            .paramLabel("OUT")
            .description("File to write.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .paramLabel("REPORT")
            .hideParamSyntax(true)
            .description("What --report wrote, one file a run.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult parsed) {
    List<RunReport> reports = new ArrayList<>();
    for (String file : parsed.matchedPositional(0).originalStringValues()) {
      try {
        reports.add(ReportJson.read(Files.readString(Path.of(file))));
      } catch (IllegalArgumentException e) {
        return terminal.refuse(Problem.INPUT, file + " cannot be shown: " + e.getMessage() + ".");
      } catch (IOException e) {
        return terminal.refuse(Problem.INPUT, file + " cannot be read.");
      }
    }
    String out = parsed.matchedOption("--html").originalStringValues().get(0);
    try {
      Files.writeString(Path.of(out), ReportPage.render(reports));
    } catch (IOException e) {
      return terminal.refuse(Problem.INPUT, "--html: " + out + " cannot be written.");
    }
    return 0;
  }
}
