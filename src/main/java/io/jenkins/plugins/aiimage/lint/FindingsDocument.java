package io.jenkins.plugins.aiimage.lint;

import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.console.FindingLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What one run found, in one of the forms that people or other programs read.
 *
 * @param format one of {@link #FORMATS}
 * @param version of this program
 */
public record FindingsDocument(String format, String version, List<LintEvent.Finding> findings) {
  /** The first is the default. */
  public static final List<String> FORMATS = List.of("text", "json", "sarif");

  public FindingsDocument {
    findings = List.copyOf(findings);
  }

  /** The whole of it. */
  public String text() {
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
    for (LintEvent.Finding finding : findings) {
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
