package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.html.ReportPage;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ai-image report}: one page over the reports of several runs. */
record ReportCommand(Terminal terminal) implements Subcommand {
  @Override
  public String description() {
    return "Writes one self-contained HTML page over the reports of one or more runs.";
  }

  @Override
  public List<Parameter> parameters() {
    return Parameters.REPORT;
  }

  @Override
  public String operands() {
    return "REPORT…";
  }

  @Override
  public int run(Arguments arguments) {
    if (arguments.operands().isEmpty()) {
      return terminal.refuse(Problem.INPUT, "Name the files that --report wrote, one a run.");
    }
    if (arguments.values("html").size() != 1) {
      return terminal.refuse(Problem.INPUT, "--html: name one file to write.");
    }
    List<RunReport> reports = new ArrayList<>();
    for (String file : arguments.operands()) {
      try {
        reports.add(ReportJson.read(Files.readString(Path.of(file))));
      } catch (IllegalArgumentException e) {
        return terminal.refuse(Problem.INPUT, file + " cannot be shown: " + e.getMessage() + ".");
      } catch (IOException e) {
        return terminal.refuse(Problem.INPUT, file + " cannot be read.");
      }
    }
    String out = arguments.values("html").get(0);
    try {
      Files.writeString(Path.of(out), ReportPage.render(reports));
    } catch (IOException e) {
      return terminal.refuse(Problem.INPUT, "--html: " + out + " cannot be written.");
    }
    return 0;
  }
}
