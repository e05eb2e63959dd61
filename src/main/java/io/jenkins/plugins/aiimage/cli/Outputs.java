package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventListener;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.report.console.ConsoleLog;
import io.jenkins.plugins.aiimage.report.console.Screen;
import io.jenkins.plugins.aiimage.report.json.EventJson;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import io.jenkins.plugins.aiimage.report.json.ResultJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The log, the event file and the report of one run. */
final class Outputs implements AutoCloseable {
  private final List<EventListener> listeners = new ArrayList<>();
  private final List<PrintStream> toClose = new ArrayList<>();

  private Outputs() {}

  /**
   * Opens what was asked for, so that a path that cannot be written is known before anything
   * starts.
   *
   * @param arguments those of {@code Parameters.OUTPUT} among them
   */
  static Outputs open(Terminal terminal, Arguments arguments) throws IOException {
    Outputs outputs = new Outputs();
    List<String> events = arguments.values("events");
    boolean eventsOnOutput = events.contains("-");
    boolean findingsOnOutput = Findings.onOutput(arguments);
    if (eventsOnOutput && findingsOnOutput) {
      throw new IOException("--events: - is taken by --format; name a file, or one by --output.");
    }
    boolean taken = eventsOnOutput || findingsOnOutput;
    PrintStream log = taken ? terminal.err() : terminal.out();
    boolean live = terminal.isInteractive() && !taken;
    Screen screen = live ? new Screen.Terminal(log, terminal.width()) : new Screen.Plain(log);
    outputs.listeners.add(new ConsoleLog(screen, arguments.isSet("verbose")));
    for (String file : events) {
      PrintStream stream = eventsOnOutput ? terminal.out() : outputs.file("--events", file);
      outputs.listeners.add(eventLines(stream));
    }
    for (String file : arguments.values("report")) {
      outputs.listeners.add(atEnd("--report", file, ReportJson::write, terminal.err()));
    }
    for (String file : arguments.values("result")) {
      outputs.listeners.add(
          atEnd(
              "--result", file, report -> ResultJson.write(StepResult.of(report)), terminal.err()));
    }
    if (findingsOnOutput) {
      outputs.listeners.add(new Findings(arguments, terminal.out()));
    }
    return outputs;
  }

  List<EventListener> listeners() {
    return List.copyOf(listeners);
  }

  private PrintStream file(String option, String name) throws IOException {
    Path file = writable(option, name);
    PrintStream stream =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    toClose.add(stream);
    return stream;
  }

  static Path writable(String option, String name) throws IOException {
    Path file = Path.of(name).toAbsolutePath().normalize();
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IOException(
          option + ": " + file + " cannot be written; name a file in a folder that exists.");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(option + ": " + file + " is a folder; name a file.");
    }
    return file;
  }

  private static EventListener eventLines(PrintStream stream) {
    return entry -> {
      if (!(entry.event() instanceof PhaseEvent.BuildOutput)) {
        stream.println(EventJson.write(entry));
        stream.flush();
      }
    };
  }

  private static EventListener atEnd(
      String option, String name, Function<RunReport, String> text, PrintStream err)
      throws IOException {
    Path file = writable(option, name);
    ReportFold fold = new ReportFold();
    return entry -> {
      fold.on(entry);
      if (entry.event() instanceof Event.End) {
        write(file, text.apply(fold.report()), err);
      }
    };
  }

  /** For a run that told nothing, because it could not even begin. */
  static void refused(Terminal terminal, Arguments arguments, Problem problem, String sentence) {
    for (String name : arguments.values("result")) {
      try {
        String text = ResultJson.write(StepResult.failed(problem, sentence));
        write(writable("--result", name), text, terminal.err());
      } catch (IOException e) {
        // One sentence is enough, and this may be it.
      }
    }
  }

  /** Whole or not at all: whoever reads it may come at any moment. */
  static void write(Path file, String text, PrintStream err) {
    try {
      Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
      Files.writeString(written, text);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // What the run did is done: it does not fail for what is told of it.
      err.println("ai-image: " + file + " cannot be written: " + e.getMessage() + ".");
    }
  }

  @Override
  public void close() {
    toClose.forEach(PrintStream::close);
  }
}
