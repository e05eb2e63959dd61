package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Changes;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.AttemptReport;
import io.jenkins.plugins.aiimage.report.RunReport.Failure;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport.PushReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run on the page. */
final class RunSection {
  private final Html html;
  private final RunReport report;
  private final Words words;
  private final String id;

  /**
   * @param id of its heading on the page
   */
  RunSection(Html html, RunReport report, Words words, String id) {
    this.html = html;
    this.report = report;
    this.words = words;
    this.id = id;
  }

  /** What changed since an earlier run of the same image. */
  private void changes(NamedRun before) {
    List<Change> changes = Changes.between(before.report(), report);
    if (changes.isEmpty()) {
      return;
    }
    html.open("h3").brief(words.of("changes.since", before.name()), Html.NAME).close();
    html.open("ul", "class", "changes");
    for (Change change : changes) {
      String kind = words.of("change." + change.kind());
      html.open("li").text(kind + " ");
      if (!change.name().isEmpty()) {
        html.open("code").brief(change.name(), Html.REFERENCE).close();
      }
      html.text(words.of("change.colon")).text(words.of("change." + change.what()));
      if (!change.phase().isEmpty()) {
        html.text(" (" + words.of("phase") + " ").brief(change.phase(), Html.NAME).text(")");
      }
      html.close();
    }
    html.close();
  }

  void write(Optional<NamedRun> before) {
    html.open("section", "class", "run", "aria-labelledby", id);
    html.open("h2", "id", id).brief(name(report, words), Html.NAME).text(" ");
    badge(html, report, words);
    html.close();
    report.failure().ifPresent(this::failure);
    facts();
    before.filter(run -> !run.report().key().equals(report.key())).ifPresent(this::changes);
    phases();
    attempts();
    pushes();
    report.cleaning().ifPresent(cleaning -> new CleaningTables(html, words).write(cleaning));
    report.databases().ifPresent(databases -> new DatabaseTable(html, words).write(databases));
    report.services().ifPresent(services -> new ServiceTables(html, words).write(services));
    report.review().ifPresent(review -> new FindingTable(html, words).write(review.findings()));
    warnings();
    html.close();
  }

  static String name(RunReport report, Words words) {
    return report.label().isBlank() ? words.of("unnamed") : report.label();
  }

  static void badge(Html html, RunReport report, Words words) {
    String outcome = Outcome.of(report);
    html.element("span", words.of("outcome." + outcome), "class", "badge " + outcome);
  }

  private void failure(Failure failure) {
    html.open("div", "class", "failure", "role", "note", "aria-label", words.of("failure.why"));
    html.open("p")
        .element("strong", words.of("failure.failed"))
        .text(" ")
        .brief(failure.message(), Html.PARAGRAPH)
        .close();
    String meaning = words.of(failure.problem());
    String code = words.of("exitCode", failure.problem().exitCode());
    html.element("p", meaning + " " + code).close();
  }

  private void facts() {
    html.open("dl", "class", "figures");
    fact("totalTime", words.duration(report.duration()));
    report.saved().ifPresent(saved -> fact("timeSaved", words.duration(saved)));
    report.waited().ifPresent(waited -> fact("waited", words.duration(waited)));
    fact("started", words.time(report.started()));
    fact("platform", report.platform());
    report.builder().ifPresent(builder -> fact("builder", builder));
    report.until().ifPresent(phase -> fact("until", phase));
    html.close().open("dl", "class", "facts");
    code("image", report.image());
    code("tags", String.join(" ", report.tags()));
    code("key", report.key());
    report.bytes().ifPresent(bytes -> code("size", words.size(bytes)));
    report.preset().ifPresent(preset -> code("preset", preset));
    report.waitedFor().ifPresent(who -> code("waitedFor", who));
    report.digest().ifPresent(digest -> code("digest", digest));
    report.reference().ifPresent(reference -> code("reference", reference));
    html.close();
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      html.open("div")
          .element("dt", words.of(name))
          .open("dd")
          .brief(value, Html.NAME)
          .close()
          .close();
    }
  }

  private void code(String name, String value) {
    if (!value.isEmpty()) {
      html.open("div")
          .element("dt", words.of(name))
          .open("dd")
          .open("code")
          .brief(value, Html.REFERENCE);
      html.close().close().close();
    }
  }

  private void phases() {
    if (report.phases().isEmpty()) {
      return;
    }
    TimeLine line = TimeLine.of(report, words);
    html.open("div", "class", line.isEmpty() ? "alone" : "beside");
    if (!line.isEmpty()) {
      html.open("figure").open("figcaption").element("h3", words.of("timeline")).close();
      new TimeLineSvg(html, line, words, id).draw();
      new TimeLineTable(html, words).write(line);
      html.close();
    }
    String heading = words.of("phases");
    html.open("div").element("h3", heading);
    if (report.cache().equals(Optional.of(CacheResult.HIT))) {
      String until = report.until().map(phase -> words.of("nothingRunUntil", phase)).orElse("");
      html.element("p", until.isEmpty() ? words.of("nothingRun") : until);
    }
    Table table =
        new Table(
            html,
            heading,
            words.of("phase"),
            words.of("result"),
            words.of("attempts"),
            words.of("time"),
            words.of("share"));
    report.phases().forEach(phase -> phase(table, phase));
    table.end();
    report.phases().forEach(this::fallback);
    html.close().close();
  }

  private void fallback(PhaseReport phase) {
    if (phase.fallback().isPresent()) {
      html.open("p", "class", "soft").brief(phase.name(), Html.NAME);
      html.text(": " + words.of("fallback") + " ");
      html.open("code").brief(phase.fallback().get(), Html.REFERENCE).close().close();
    }
  }

  private void phase(Table table, PhaseReport phase) {
    boolean ended = phase.attempts() > 0 && !Outcome.isUnfinished(phase);
    table.row(phase.name());
    table.word(words.of(Outcome.of(phase)));
    table.number(phase.attempts() > 0 ? Integer.toString(phase.attempts()) : "–");
    table.number(ended ? words.duration(phase.duration()) : "–");
    table.number(ended ? share(phase.duration()) : "–");
    table.endRow();
  }

  private String share(Duration part) {
    double all = TimeLine.seconds(report.duration());
    return words.percent(all == 0 ? 1 : TimeLine.seconds(part) / all);
  }

  private void attempts() {
    if (report.phases().stream().allMatch(phase -> phase.failures().isEmpty())) {
      return;
    }
    html.element("h3", words.of("failedAttempts"));
    for (PhaseReport phase : report.phases()) {
      for (AttemptReport attempt : phase.failures()) {
        new FailedAttempt(html, words).write(phase, attempt);
      }
    }
  }

  private void pushes() {
    if (report.pushes().isEmpty()) {
      return;
    }
    String heading = words.of("pushes");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("image"),
            words.of("reference"),
            words.of("result"),
            words.of("sent"),
            words.of("time"));
    for (PushReport push : report.pushes()) {
      table.row(push.subject());
      table.openCell().open("code").brief(push.reference(), Html.REFERENCE).close();
      push.error().ifPresent(error -> html.open("p").brief(error, Html.PARAGRAPH).close());
      html.close();
      table.word(words.of(push.error().isPresent() ? "push.failed" : "push.done"));
      table.number(push.sentBytes().map(words::size).orElse("–"));
      table.number(words.duration(push.duration()));
      table.endRow();
    }
    table.end();
  }

  private void warnings() {
    if (report.warnings().isEmpty()) {
      return;
    }
    html.element("h3", words.of("warnings")).open("ul", "class", "warnings");
    for (String warning : report.warnings()) {
      html.open("li").brief(warning, Html.PARAGRAPH).close();
    }
    html.close();
  }
}
