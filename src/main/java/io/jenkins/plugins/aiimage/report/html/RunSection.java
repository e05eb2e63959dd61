package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.AttemptReport;
import io.jenkins.plugins.aiimage.report.RunReport.Failure;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport.PushReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One run on the page. */
final class RunSection {
  private final Html html;
  private final RunReport report;
  private final int number;

  RunSection(Html html, RunReport report, int number) {
    this.html = html;
    this.report = report;
    this.number = number;
  }

  void write() {
    String heading = "run-" + number;
    html.open("section", "class", "run", "aria-labelledby", heading);
    html.open("h2", "id", heading).brief(name(report), Html.NAME).text(" ");
    badge(html, report);
    html.close();
    report.failure().ifPresent(this::failure);
    facts();
    phases();
    attempts();
    pushes();
    report.cleaning().ifPresent(cleaning -> new CleaningTables(html).write(cleaning));
    report.databases().ifPresent(databases -> new DatabaseTable(html).write(databases));
    report.review().ifPresent(review -> new FindingTable(html).write(review.findings()));
    warnings();
    html.close();
  }

  static String name(RunReport report) {
    return report.label().isBlank() ? "Image" : report.label();
  }

  static void badge(Html html, RunReport report) {
    String outcome = Outcome.of(report);
    html.element("span", outcome, "class", "badge " + outcome);
  }

  static String when(Instant time) {
    String iso = time.truncatedTo(ChronoUnit.SECONDS).toString();
    return iso.replace('T', ' ').replace("Z", " UTC");
  }

  private void failure(Failure failure) {
    html.open("div", "class", "failure", "role", "note", "aria-label", "Why the run failed");
    html.open("p").element("strong", "Failed: ").brief(failure.message(), Html.PARAGRAPH).close();
    String meaning = failure.problem().explanation();
    html.element("p", meaning + " Exit code " + failure.problem().exitCode() + ".").close();
  }

  private void facts() {
    html.open("dl", "class", "figures");
    fact("Total time", Durations.words(report.duration()));
    report.saved().ifPresent(saved -> fact("Time saved", Durations.words(saved)));
    report.waited().ifPresent(waited -> fact("Waited", Durations.words(waited)));
    fact("Started", when(report.started()));
    fact("Platform", report.platform());
    report.builder().ifPresent(builder -> fact("Builder", builder));
    html.close().open("dl", "class", "facts");
    code("Image", report.image());
    code("Tags", String.join(" ", report.tags()));
    code("Key", report.key());
    report.waitedFor().ifPresent(who -> code("Waited for", who));
    report.digest().ifPresent(digest -> code("Digest", digest));
    report.reference().ifPresent(reference -> code("Reference", reference));
    html.close();
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      html.open("div").element("dt", name).open("dd").brief(value, Html.NAME).close().close();
    }
  }

  private void code(String name, String value) {
    if (!value.isEmpty()) {
      html.open("div").element("dt", name).open("dd").open("code").brief(value, Html.REFERENCE);
      html.close().close().close();
    }
  }

  private void phases() {
    if (report.phases().isEmpty()) {
      return;
    }
    TimeLine line = TimeLine.of(report);
    html.open("div", "class", line.isEmpty() ? "alone" : "beside");
    if (!line.isEmpty()) {
      html.open("figure").open("figcaption").element("h3", "Time line").close();
      new TimeLineSvg(html, line, number).draw();
      html.close();
    }
    html.open("div").element("h3", "Phases");
    if (report.cache().equals(Optional.of(CacheResult.HIT))) {
      html.element("p", "Nothing was run: the image was in the cache.");
    }
    Table table = new Table(html, "Phases", "Phase", "Result", "Attempts", "Time", "Share");
    report.phases().forEach(phase -> phase(table, phase));
    table.end();
    report.phases().forEach(this::fallback);
    html.close().close();
  }

  private void fallback(PhaseReport phase) {
    if (phase.fallback().isPresent()) {
      html.open("p", "class", "soft").brief(phase.name(), Html.NAME);
      html.text(" was built with the fallback ");
      html.open("code").brief(phase.fallback().get(), Html.REFERENCE).close().text(".").close();
    }
  }

  private void phase(Table table, PhaseReport phase) {
    boolean ended = phase.attempts() > 0 && !Outcome.isUnfinished(phase);
    table.row(phase.name());
    table.word(Outcome.of(phase));
    table.number(phase.attempts() > 0 ? Integer.toString(phase.attempts()) : "–");
    table.number(ended ? Durations.words(phase.duration()) : "–");
    table.number(ended ? share(phase.duration()) : "–");
    table.endRow();
  }

  private String share(Duration part) {
    double all = TimeLine.seconds(report.duration());
    long percent = all == 0 ? 100 : Math.round(100 * TimeLine.seconds(part) / all);
    return percent == 0 ? "< 1 %" : Math.min(100, percent) + " %";
  }

  private void attempts() {
    if (report.phases().stream().allMatch(phase -> phase.failures().isEmpty())) {
      return;
    }
    html.element("h3", "Failed attempts");
    for (PhaseReport phase : report.phases()) {
      for (AttemptReport attempt : phase.failures()) {
        FailedAttempt.write(html, phase, attempt);
      }
    }
  }

  private void pushes() {
    if (report.pushes().isEmpty()) {
      return;
    }
    html.element("h3", "Pushes");
    Table table = new Table(html, "Pushes", "Image", "Reference", "Result", "Sent", "Time");
    for (PushReport push : report.pushes()) {
      table.row(push.subject());
      table.openCell().open("code").brief(push.reference(), Html.REFERENCE).close();
      push.error().ifPresent(error -> html.open("p").brief(error, Html.PARAGRAPH).close());
      html.close();
      table.word(push.error().isPresent() ? "failed" : "pushed");
      table.number(push.sentBytes().map(Sizes::words).orElse("–"));
      table.number(Durations.words(push.duration()));
      table.endRow();
    }
    table.end();
  }

  private void warnings() {
    if (report.warnings().isEmpty()) {
      return;
    }
    html.element("h3", "Warnings").open("ul", "class", "warnings");
    for (String warning : report.warnings()) {
      html.open("li").brief(warning, Html.PARAGRAPH).close();
    }
    html.close();
  }
}
