package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.report.Languages;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.Metrics;
import io.jenkins.plugins.aiimage.report.html.NamedRun;
import io.jenkins.plugins.aiimage.report.html.ReportPage;
import io.jenkins.plugins.aiimage.report.html.Words;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import io.jenkins.plugins.aiimage.usecase.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    try {
      if (arguments.operands().isEmpty() && arguments.values("history").isEmpty()) {
        throw new Refused("Name the files that --report wrote, one a run.");
      }
      if (arguments.values("html").isEmpty()
          && arguments.values("metrics").isEmpty()
          && arguments.values("history").isEmpty()) {
        throw new Refused("Name a file to write, by --html, --metrics or --history.");
      }
      Words words = Words.in(language(arguments), ZoneOffset.UTC);
      List<NamedRun> runs = runs(arguments.operands());
      List<HistoryEntry> older = List.of();
      for (String file : arguments.values("history")) {
        older = HistoryFile.of(file).add(runs);
      }
      for (String file : arguments.values("html")) {
        write("--html", file, new ReportPage(words).render(runs, older));
      }
      for (String file : arguments.values("metrics")) {
        write("--metrics", file, Metrics.of(ImageHistory.of(entries(runs, older))));
      }
      return 0;
    } catch (Refused e) {
      return terminal.refuse(Problem.INPUT, e.getMessage());
    }
  }

  private Locale language(Arguments arguments) throws Refused {
    List<String> asked = arguments.values("language");
    if (asked.isEmpty()) {
      return Languages.of(terminal.environment());
    }
    String code = asked.get(asked.size() - 1);
    return Languages.named(code)
        .orElseThrow(
            () -> new Refused("--language: there are en, fr and ru, and not " + code + "."));
  }

  private static List<NamedRun> runs(List<String> files) throws Refused {
    Set<String> names = new HashSet<>();
    List<NamedRun> runs = new ArrayList<>();
    for (String file : files) {
      RunReport report = report(file);
      String name = String.valueOf(Path.of(file).getFileName());
      runs.add(new NamedRun(names.add(name) ? name : file, report));
    }
    return runs;
  }

  private static RunReport report(String file) throws Refused {
    try {
      return ReportJson.read(Files.readString(Path.of(file)));
    } catch (InvalidPathException | IOException e) {
      throw new Refused(file + " cannot be read.");
    } catch (IllegalArgumentException e) {
      throw new Refused(file + " cannot be shown: " + e.getMessage() + ".");
    }
  }

  private static List<HistoryEntry> entries(List<NamedRun> runs, List<HistoryEntry> older) {
    List<HistoryEntry> entries = new ArrayList<>(older);
    runs.forEach(run -> HistoryEntry.of(run.name(), run.report()).ifPresent(entries::add));
    return entries;
  }

  private static void write(String option, String name, String text) throws Refused {
    try {
      new WholeFile(Path.of(name).toAbsolutePath()).write(text);
    } catch (InvalidPathException | IOException e) {
      throw new Refused(option + ": " + name + " cannot be written.");
    }
  }
}
