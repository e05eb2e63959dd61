package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Runs as one HTML page that needs nothing but itself: no script, no other file. Everything that
 * comes from a run is taken as text, and a policy in the page forbids the browser to run or load
 * anything should that ever fail.
 */
public final class ReportPage {
  private ReportPage() {}

  /** The page, in UTF-8, for reports in the order given; with several, an overview comes first. */
  public static String render(List<RunReport> reports) {
    Html html = new Html();
    head(html, reports);
    html.open("body").open("main").element("h1", heading(reports));
    if (reports.size() > 1) {
      overview(html, reports);
    }
    for (int i = 0; i < reports.size(); i++) {
      new RunSection(html, reports.get(i), i + 1).write();
    }
    return html.close().close().markup("\n</html>\n").toString();
  }

  private static void head(Html html, List<RunReport> reports) {
    String css = css();
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .markup("base-uri 'none'; form-action 'none'; style-src 'sha256-" + sha256(css) + "'\">\n")
        .element("title", title(reports))
        .markup("\n<style>" + css + "</style>\n</head>\n");
  }

  private static String heading(List<RunReport> reports) {
    return switch (reports.size()) {
      case 0 -> "No image reports";
      case 1 -> "Image report";
      default -> "Image reports (" + reports.size() + ")";
    };
  }

  private static String title(List<RunReport> reports) {
    if (reports.size() != 1) {
      return heading(reports);
    }
    RunReport report = reports.get(0);
    return Html.cut(RunSection.name(report), Html.NAME) + ": " + Outcome.of(report);
  }

  private static void overview(Html html, List<RunReport> reports) {
    html.open("section", "class", "run", "aria-labelledby", "overview");
    html.element("h2", "Overview", "id", "overview");
    Table table = new Table(html, "Overview", "When", "Image and result", "Time", "Saved");
    for (int i = 0; i < reports.size(); i++) {
      RunReport report = reports.get(i);
      table.rowTo("run-" + (i + 1), RunSection.when(report.started()));
      table.openCell().brief(RunSection.name(report), Html.NAME).text(" ");
      RunSection.badge(html, report);
      html.close();
      table.number(Durations.words(report.duration()));
      table.number(report.saved().map(Durations::words).orElse("–"));
      table.endRow();
    }
    table.end();
    html.close();
  }

  private static String css() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Java has SHA-256 everywhere", e);
    }
  }
}
