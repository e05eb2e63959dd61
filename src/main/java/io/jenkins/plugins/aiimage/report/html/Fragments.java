package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Parts of pages, for a page of one's own: HTML without a script, an event handler or a style
 * attribute. Each begins with a heading of the second level and belongs into an element of class
 * {@code ai-image}; {@link #styles} is the style sheet. Everything that comes from a run is text.
 *
 * @param words language and time zone of the reader
 */
public record Fragments(Words words) {

  /**
   * One run: result, time line, phases, failed attempts, pushes, warnings.
   *
   * @param id of its heading, unique on the page: a letter, then letters, digits and hyphens
   */
  public String run(RunReport report, String id) {
    return run(report, Surroundings.NONE, id);
  }

  /**
   * One run and what changed since another one.
   *
   * @param before the run of the same image before it
   */
  public String run(RunReport report, Optional<NamedRun> before, String id) {
    Optional<Since> since = before.flatMap(run -> Since.of(run, report));
    return run(report, new Surroundings(false, since, List.of(), Hints.AS_TOLD), id);
  }

  /** One run and what the page knows of it besides. */
  public String run(RunReport report, Surroundings around, String id) {
    Html html = new Html();
    new RunSection(html, report, words, checked(id)).write(around);
    return html.toString();
  }

  /** To what the step said. */
  public Link log(String href) {
    return new Link(words.of("log"), words.of("log.ofStep"), href);
  }

  /** To another one that was waited for. */
  public Link waitedFor(String who, String href) {
    return new Link(words.of("waitedFor"), who, href);
  }

  /**
   * One run in a line, which is no section and has no heading.
   *
   * @param running whether it still goes on
   * @param href of the page that has more of it
   */
  public String line(RunReport report, boolean running, String href) {
    Html html = new Html();
    new RunLine(html, words).write(report, running, href);
    return html.toString();
  }

  /**
   * How a run stands, in a short text: what it is about, and what became of it or which phase it is
   * at. It stays the same as long as no more than time passes.
   */
  public String news(RunReport report, boolean running) {
    String name = Html.cut(RunSection.name(report, words), Html.NAME);
    String state =
        report
            .current()
            .filter(current -> current.total() > 0)
            .map(current -> NowLine.name(current, words))
            .orElse(words.of("outcome." + (running ? "RUNNING" : Outcome.of(report))));
    return Visible.of(words.of("news", name, state));
  }

  /** The newest runs of an image, drawn and in tables. */
  public String trend(ImageHistory history, RunLinks links, String id) {
    Html html = new Html();
    new TrendSection(html, words, links).write(history, checked(id));
    return html.toString();
  }

  /** A row for each image: last run, hit rate, time saved, slowest phase; before them the sums. */
  public String summary(List<ImageHistory> images, RunLinks links, String id) {
    Html html = new Html();
    new SummarySection(html, words, links).write(images, checked(id));
    return html.toString();
  }

  /**
   * The sums of the images of jobs, and a row for each of some of them: last run, hit rate, time
   * saved, slowest phase.
   *
   * @param from the first that has a row
   * @param to the first after it that has none
   */
  public String jobs(List<JobImage> images, int from, int to, String id) {
    Html html = new Html();
    new JobsSection(html, words).write(images, from, to, checked(id));
    return html.toString();
  }

  /**
   * A row for each machine: how old Trivy's databases are on it, how much room its engine has.
   *
   * @param now by which databases have their age
   */
  public String machines(List<MachineNote> machines, Instant now, String id) {
    Html html = new Html();
    new MachinesSection(html, words, now).write(machines, checked(id));
    return html.toString();
  }

  /** The package indexes on which attempts failed most often, at whatever image. */
  public String indexes(List<ImageHistory> images, String id) {
    Html html = new Html();
    new IndexSection(html, words).write(images, checked(id));
    return html.toString();
  }

  /** The slowest phases of all images, with links to the runs that built them last. */
  public String phases(List<ImageHistory> images, RunLinks links, String id) {
    Html html = new Html();
    new SlowPhaseSection(html, words, links).write(images, checked(id));
    return html.toString();
  }

  /**
   * A text of a run, as it may stand in any page: cut, and with what it hides made visible. Whoever
   * writes it still escapes it.
   */
  public static String shown(String text, int limit) {
    return Visible.of(Html.cut(text, limit));
  }

  /** The style sheet of the parts. What is dark is chosen by {@code data-theme} of the root. */
  public static String styles() {
    return resource("report.css");
  }

  static String resource(String name) {
    try (InputStream in = Fragments.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String id) {
    if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(id + " is no id of letters, digits and hyphens");
    }
    return id;
  }
}
