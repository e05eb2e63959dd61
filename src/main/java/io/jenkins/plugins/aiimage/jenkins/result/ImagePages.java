package io.jenkins.plugins.aiimage.jenkins.result;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.html.Fragments;
import io.jenkins.plugins.aiimage.report.html.Hints;
import io.jenkins.plugins.aiimage.report.html.Link;
import io.jenkins.plugins.aiimage.report.html.Since;
import io.jenkins.plugins.aiimage.report.html.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/**
 * Makes a build's pages for a reader.
 *
 * @param root path of Jenkins, which links begin with
 * @param build path of the build below it, with a slash at its end
 */
record ImagePages(Fragments fragments, Hints hints, String root, String build) {
  /** As often as a person likes to see a clock move. */
  private static final int LIVELY = 2;

  /** Another image may be begun at any moment, but nobody waits for it. */
  private static final int CALM = 10;

  /** All that is known of each image. */
  LivePart page(List<ImageRecord> records, boolean building) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      ImageRecord record = records.get(i);
      html.append(fragments.run(now(record, building), around(record, building), id(i)));
    }
    return part(html, records, building);
  }

  /** A line for each image. */
  LivePart lines(List<ImageRecord> records, boolean building) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      ImageRecord record = records.get(i);
      String href = root + "/" + build + "aiImages/#" + id(i);
      html.append(fragments.line(now(record, building), goesOn(record, building), href));
    }
    return part(html, records, building);
  }

  private LivePart part(StringBuilder html, List<ImageRecord> records, boolean building) {
    List<String> news = new ArrayList<>();
    boolean lively = false;
    for (ImageRecord record : records) {
      news.add(fragments.news(now(record, building), goesOn(record, building)));
      lively |= record.isRunning();
    }
    int seconds = building ? (lively ? LIVELY : CALM) : 0;
    return new LivePart(html.toString(), seconds, String.join(" ", news));
  }

  private static String id(int index) {
    return "image-" + (index + 1);
  }

  /** A build that Jenkins could not bring to its end leaves records of steps that never ended. */
  private static boolean goesOn(ImageRecord record, boolean building) {
    return building && record.isRunning();
  }

  private static RunReport now(ImageRecord record, boolean building) {
    RunReport report = record.report();
    return goesOn(record, building)
        ? report.at(report.duration().plus(record.age()), report.current())
        : report.at(report.duration(), Optional.empty());
  }

  private Surroundings around(ImageRecord record, boolean building) {
    Optional<Since> since =
        record.comparison().map(made -> new Since("#" + made.build(), made.changes(), made.more()));
    ImageSource source = record.source();
    List<Link> links = new ArrayList<>();
    links.add(fragments.log(log(source.node())));
    source.waitedFor().map(this::waitedFor).ifPresent(links::add);
    return new Surroundings(goesOn(record, building), since, links, hints);
  }

  /** The step's own output; where nobody knows which step it was, the build's. */
  private String log(String node) {
    String way = node.isEmpty() ? "console" : "execution/node/" + node + "/log/";
    return root + "/" + build + way;
  }

  private Link waitedFor(String id) {
    String href = "";
    try {
      Run<?, ?> other = Run.fromExternalizableId(id);
      href = other == null ? "" : root + "/" + other.getUrl();
    } catch (AccessDeniedException | IllegalArgumentException e) {
      // The reader may know of the job, and no more.
    }
    return fragments.waitedFor(id, href);
  }
}
