package io.jenkins.plugins.aiimage.lint;

import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventListener;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.console.FindingLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was found, in one of the forms that other programs read. */
public final class FindingsDocument implements EventListener {
  /** The first is the default. */
  public static final List<String> FORMATS = List.of("text", "json", "sarif");

  private final String format;
  private final Consumer<String> output;
  private final List<Event.Finding> findings = new ArrayList<>();
  private String version = "";

  /**
   * A document of one run.
   *
   * @param format one of {@link #FORMATS}
   * @param output gets the whole of it when the run has looked at everything, and nothing before
   */
  public FindingsDocument(String format, Consumer<String> output) {
    this.format = format;
    this.output = output;
  }

  @Override
  public void on(Entry entry) {
    Event event = entry.event();
    if (event instanceof Event.LintStarted started) {
      version = started.version();
    } else if (event instanceof Event.Finding finding) {
      findings.add(finding);
    } else if (event instanceof Event.LintSucceeded
        || (event instanceof Event.RunFailed failed && failed.problem() == Problem.FINDINGS)) {
      output.accept(text());
    }
  }

  private String text() {
    StringWriter text = new StringWriter();
    if (format.equals("text")) {
      FindingLines lines = new FindingLines();
      findings.forEach(
          finding -> lines.of(finding).forEach(line -> text.append(line).append('\n')));
      return text.toString();
    }
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      if (format.equals("sarif")) {
        new Sarif(json, version).write(findings);
      } else {
        json(json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void json(JsonWriter json) throws IOException {
    json.beginObject().name("version").value(version).name("findings").beginArray();
    for (Event.Finding finding : findings) {
      json.beginObject();
      json.name("file").value(finding.file());
      json.name("line").value(finding.line());
      json.name("severity").value(finding.severity().words());
      json.name("tool").value(finding.tool());
      json.name("rule").value(finding.rule());
      json.name("message").value(finding.message());
      json.name("why").value(finding.why().orElse(null));
      json.name("advice").value(finding.advice().orElse(null));
      json.name("fixable").value(finding.fixable());
      json.endObject();
    }
    json.endArray().endObject();
  }
}
