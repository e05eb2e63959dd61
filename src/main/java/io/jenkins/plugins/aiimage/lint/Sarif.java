package io.jenkins.plugins.aiimage.lint;

import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.lint.check.Rule;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings by SARIF 2.1.0 (OASIS, 2020-03-27): a run for each program that found some. */
record Sarif(JsonWriter json, String version) {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  void write(List<LintEvent.Finding> findings) throws IOException {
    json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
    json.name("runs").beginArray();
    Set<String> tools = new LinkedHashSet<>(List.of(Lint.OWN));
    findings.forEach(finding -> tools.add(finding.tool()));
    for (String tool : tools) {
      run(tool, findings.stream().filter(finding -> finding.tool().equals(tool)).toList());
    }
    json.endArray().endObject();
  }

  private void run(String tool, List<LintEvent.Finding> findings) throws IOException {
    List<String> rules = rules(tool, findings);
    json.beginObject().name("tool").beginObject().name("driver").beginObject();
    json.name("name").value(tool);
    if (tool.equals(Lint.OWN)) {
      json.name("version").value(version);
    }
    json.name("rules").beginArray();
    for (String rule : rules) {
      json.beginObject().name("id").value(rule);
      if (tool.equals(Lint.OWN)) {
        describe(Rule.valueOf(rule));
      }
      json.endObject();
    }
    json.endArray().endObject().endObject();
    json.name("columnKind").value("utf16CodeUnits");
    json.name("results").beginArray();
    for (LintEvent.Finding finding : findings) {
      result(finding, rules.indexOf(finding.rule()));
    }
    json.endArray().endObject();
  }

  private static List<String> rules(String tool, List<LintEvent.Finding> findings) {
    Set<String> rules = new LinkedHashSet<>();
    if (tool.equals(Lint.OWN)) {
      for (Rule rule : Rule.values()) {
        rules.add(rule.name());
      }
    }
    findings.forEach(finding -> rules.add(finding.rule()));
    return new ArrayList<>(rules);
  }

  private void describe(Rule rule) throws IOException {
    message("shortDescription", rule.title() + ".");
    message("fullDescription", rule.why());
    message("help", rule.advice());
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(level(rule.severity())).endObject();
  }

  private void message(String name, String text) throws IOException {
    json.name(name).beginObject().name("text").value(text).endObject();
  }

  private void result(LintEvent.Finding finding, int rule) throws IOException {
    json.beginObject();
    json.name("ruleId").value(finding.rule()).name("ruleIndex").value(rule);
    json.name("level").value(level(finding.severity()));
    message("message", finding.message());
    json.name("locations").beginArray().beginObject();
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").value(uri(finding.file())).endObject();
    json.name("region").beginObject().name("startLine").value(finding.line()).endObject();
    json.endObject().endObject().endArray().endObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** Relative to where the run began, unless the file was named by an absolute path. */
  private static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      boolean absolute = path.startsWith("/");
      // A colon in the first part of a relative path would make a scheme of it.
      return new URI(absolute ? "file" : null, absolute ? "" : null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "Dockerfile";
    }
  }
}
