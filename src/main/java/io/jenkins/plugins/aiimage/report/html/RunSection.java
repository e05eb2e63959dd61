package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.Details;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Failure;
import io.jenkins.plugins.aiimage.report.ImageReport;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.Review;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.Smoke;
import io.jenkins.plugins.aiimage.report.Storage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One run on the page. */
final class RunSection {
  private static final Pattern LONG_DIGEST =
      Pattern.compile("((?:@sha256:|:id-|:key-)[0-9a-f]{12})[0-9a-f]{52}");

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

  void write(Surroundings around) {
    html.open("section", "class", "run", "aria-labelledby", id);
    html.open("h2", "id", id).brief(name(report, words), Html.NAME).text(" ");
    badge(html, report, words, around.running());
    html.close();
    report.failure().ifPresent(this::failure);
    new NowLine(html, words).write(report);
    facts(around.links());
    around.since().ifPresent(new ChangeList(html, words)::write);
    phases();
    attempts(around.hints());
    new PushTable(html, words).write(report.image().pushes());
    report.details().ifPresent(this::details);
    warnings();
    html.close();
  }

  static String name(RunReport report, Words words) {
    if (report.details(Cleaning.class).isPresent()) {
      return words.of("title.cleaning");
    }
    // Nobody said what to call it, so it goes by its kind.
    if (report.details(DatabasesReport.class).isPresent()
        && report.label().equals(DatabaseEvent.DatabasesStarted.LABEL)) {
      return words.of("title.databases");
    }
    String label = report.label().isBlank() ? words.of("unnamed") : shortDigests(report.label());
    return switch (report.useCase().orElse("")) {
      case "push" -> words.of("title.push", label);
      case "promote" -> words.of("title.promote", label);
      default -> label;
    };
  }

  /** Names of images with as much of their digests as people compare. */
  private static String shortDigests(String label) {
    return LONG_DIGEST.matcher(label).replaceAll("$1…");
  }

  static void badge(Html html, RunReport report, Words words, boolean running) {
    String outcome = running ? "RUNNING" : Outcome.of(report);
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

  private void facts(List<Link> links) {
    ImageReport image = report.image();
    html.open("dl", "class", "figures");
    fact("totalTime", words.duration(report.duration()));
    image.saved().ifPresent(saved -> fact("timeSaved", words.duration(saved)));
    report.waits().total().ifPresent(waited -> fact("waited", words.duration(waited)));
    fact("started", words.time(report.started()));
    fact("platform", image.recipe().platform());
    image.builder().ifPresent(builder -> fact("builder", builder));
    image.recipe().until().ifPresent(phase -> fact("until", phase));
    image.planned().ifPresent(result -> fact("wouldBe", words.of("planned." + result)));
    links.forEach(this::link);
    html.close().open("dl", "class", "facts");
    code(subjectTerm(), report.subject());
    code("tags", String.join(" ", image.tags()));
    code("key", image.recipe().key());
    image.bytes().ifPresent(bytes -> code("size", words.size(bytes)));
    report.details(Smoke.class).ifPresent(this::tested);
    image.storage().ifPresent(this::storage);
    image.recipe().preset().ifPresent(preset -> code("preset", preset));
    report.waits().who().ifPresent(who -> code("waitedFor", who));
    image.digest().ifPresent(digest -> code("digest", digest));
    image.reference().ifPresent(reference -> code("reference", reference));
    html.close();
  }

  private void tested(Smoke smoke) {
    smoke.imageId().ifPresent(imageId -> code("imageId", imageId));
    smoke.bytes().ifPresent(bytes -> code("size", words.size(bytes)));
  }

  private void storage(Storage room) {
    String free = words.size(Math.max(0, room.freeBytes()));
    code("storage", words.of("storage.value", free, words.size(room.totalBytes()), room.folder()));
  }

  private String subjectTerm() {
    if (report.details(DatabasesReport.class).isPresent()) {
      return "cacheFolder";
    }
    if (report.details(ServicesReport.class).isPresent()) {
      return "project";
    }
    boolean isFile =
        report.details(Review.class).isPresent() || report.details(Diagnosis.class).isPresent();
    return isFile ? "file" : "image";
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

  private void link(Link link) {
    html.open("div").element("dt", link.name()).open("dd");
    if (link.href().isEmpty()) {
      html.brief(link.text(), Html.NAME);
    } else {
      html.open("a", "href", link.href()).brief(link.text(), Html.NAME).close();
    }
    html.close().close();
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
    if (report.image().phases().isEmpty()) {
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
    if (report.image().cache().equals(Optional.of(CacheResult.HIT))) {
      String until =
          report
              .image()
              .recipe()
              .until()
              .map(phase -> words.of("nothingRunUntil", Html.cut(phase, Html.NAME)))
              .orElse("");
      html.element("p", until.isEmpty() ? words.of("nothingRun") : until);
    }
    new PhaseTable(html, words, report).write(heading);
    html.close().close();
  }

  private void attempts(Hints hints) {
    if (report.image().phases().stream().allMatch(phase -> phase.failures().isEmpty())) {
      return;
    }
    html.element("h3", words.of("failedAttempts"));
    for (PhaseReport phase : report.image().phases()) {
      for (AttemptReport attempt : phase.failures()) {
        new FailedAttempt(html, words, hints).write(phase, attempt);
      }
    }
  }

  private void details(Details details) {
    if (details instanceof Cleaning cleaning) {
      new CleaningTables(html, words).write(cleaning);
    } else if (details instanceof DatabasesReport databases) {
      new DatabaseTable(html, words).write(databases.databases());
    } else if (details instanceof ServicesReport services) {
      new ServiceTables(html, words).write(services);
    } else if (details instanceof Review review) {
      new FindingTable(html, words).write(review.findings());
    } else if (details instanceof Diagnosis diagnosis) {
      new DiagnosisTables(html, words).write(diagnosis);
    } else if (details instanceof Smoke smoke) {
      new TestTable(html, words).write(smoke);
    }
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
