package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs as one HTML page that needs nothing but itself: no script, no other file. Everything that
 * comes from a run is taken as text, and a policy in the page forbids the browser to run or load
 * anything should that ever fail.
 *
 * @param words language and time zone of the reader
 */
public record ReportPage(Words words) {

  /**
   * The page, in UTF-8.
   *
   * @param runs in the order in which they are shown; with several, an overview comes first
   * @param older runs of which nothing but their entry is known
   */
  public String render(List<NamedRun> runs, List<HistoryEntry> older) {
    Html html = new Html();
    head(html, runs, older);
    html.open("body").open("main", "class", "ai-image standalone");
    html.element("h1", heading(runs, older));
    Fragments fragments = new Fragments(words);
    if (runs.size() > 1) {
      overview(html, runs);
    }
    histories(html, fragments, runs, older);
    for (int i = 0; i < runs.size(); i++) {
      NamedRun run = runs.get(i);
      html.markup(fragments.run(run.report(), before(run, runs), "run-" + (i + 1)));
    }
    return html.close().close().markup("\n</html>\n").toString();
  }

  /** The newest run of the same image that began before. */
  private static Optional<NamedRun> before(NamedRun run, List<NamedRun> runs) {
    return runs.stream()
        .filter(other -> other.report().subject().equals(run.report().subject()))
        .filter(other -> other.report().label().equals(run.report().label()))
        .filter(other -> other.report().started().isBefore(run.report().started()))
        .filter(other -> other.report().image().recipe().inputs().isPresent())
        .max(Comparator.comparing(other -> other.report().started()));
  }

  private static void histories(
      Html html, Fragments fragments, List<NamedRun> runs, List<HistoryEntry> older) {
    List<HistoryEntry> entries = new ArrayList<>(older);
    Map<HistoryEntry, String> anchors = new HashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      Optional<HistoryEntry> entry = HistoryEntry.of(runs.get(i).name(), runs.get(i).report());
      if (entry.isPresent()) {
        anchors.put(entry.get(), "#run-" + (i + 1));
        entries.add(entry.get());
      }
    }
    RunLinks links = entry -> Optional.ofNullable(anchors.get(entry));
    List<ImageHistory> images = ImageHistory.of(entries);
    if (images.size() > 1) {
      html.markup(fragments.summary(images, links, "images"));
      html.markup(fragments.phases(images, links, "phases"));
      html.markup(fragments.indexes(images, "indexes"));
    }
    for (int i = 0; i < images.size(); i++) {
      if (images.get(i).entries().size() > 1) {
        html.markup(fragments.trend(images.get(i), links, "image-" + (i + 1)));
      }
    }
  }

  private void head(Html html, List<NamedRun> runs, List<HistoryEntry> older) {
    String css = Fragments.styles() + Fragments.resource("page.css");
    html.markup("<!DOCTYPE html>\n<html lang=\"" + words.language() + "\">\n<head>\n")
        .markup("<meta charset=\"utf-8\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .markup("base-uri 'none'; form-action 'none'; style-src 'sha256-" + sha256(css) + "'\">\n")
        .element("title", title(runs, older))
        .markup("\n<style>" + css + "</style>\n</head>\n");
  }

  private String heading(List<NamedRun> runs, List<HistoryEntry> older) {
    int count = runs.size() + older.size();
    return switch (count) {
      case 0 -> words.of("page.none");
      case 1 -> words.of("page.one");
      default -> words.of("page.many", count);
    };
  }

  private String title(List<NamedRun> runs, List<HistoryEntry> older) {
    if (runs.size() != 1 || !older.isEmpty()) {
      return heading(runs, older);
    }
    RunReport report = runs.get(0).report();
    String name = Html.cut(RunSection.name(report, words), Html.NAME);
    return name + ": " + words.of("outcome." + Outcome.of(report));
  }

  private void overview(Html html, List<NamedRun> runs) {
    String heading = words.of("overview");
    html.open("section", "class", "run", "aria-labelledby", "overview");
    html.element("h2", heading, "id", "overview");
    Table table =
        Table.wide(
            html,
            heading,
            List.of(
                words.of("when"), words.of("imageAndResult"), words.of("time"), words.of("saved")));
    for (int i = 0; i < runs.size(); i++) {
      RunReport report = runs.get(i).report();
      table.rowTo("#run-" + (i + 1), words.time(report.started()));
      table.openCell().brief(RunSection.name(report, words), Html.NAME).text(" ");
      RunSection.badge(html, report, words, false);
      html.close();
      table.number(words.duration(report.duration()));
      table.number(report.image().saved().map(words::duration).orElse("–"));
      table.endRow();
    }
    table.end();
    html.close();
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
