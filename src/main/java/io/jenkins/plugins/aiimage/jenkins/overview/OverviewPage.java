package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.jenkins.reader.Reader;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import io.jenkins.plugins.aiimage.report.html.Fragments;
import io.jenkins.plugins.aiimage.report.html.JobImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one request shows of all jobs. */
public final class OverviewPage {
  /** Rows of the table; the other parts are about all images. */
  private static final int ROWS = 100;

  private final List<JobWithImages> jobs;
  private final List<MachineNote> agents;
  private final List<JobImage> images = new ArrayList<>();

  OverviewPage(List<JobWithImages> jobs, List<MachineNote> agents) {
    this.jobs = jobs;
    this.agents = agents;
    for (JobWithImages job : jobs) {
      String link = "../" + job.getUrl();
      job.histories().forEach(one -> images.add(new JobImage(job.displayName(), link, one)));
    }
    images.sort(Comparator.comparing((JobImage image) -> image.image().last().when()).reversed());
  }

  public boolean isBlank() {
    return images.isEmpty() && agents.isEmpty();
  }

  public int getImages() {
    return images.size();
  }

  public int getPages() {
    return (images.size() + ROWS - 1) / ROWS;
  }

  /**
   * The number of a page, from 1.
   *
   * @param asked what the request asks for; the first page if it is null, or no page's number
   */
  public int number(String asked) {
    boolean isNumber = asked != null && asked.matches("[1-9][0-9]{0,5}");
    return isNumber ? Math.max(1, Math.min(Integer.parseInt(asked), getPages())) : 1;
  }

  /**
   * The main part.
   *
   * @param zone of the reader's own settings; null if there is none
   * @param page of the table of images
   */
  public String html(String zone, int page) {
    Fragments parts = Reader.fragments(zone);
    StringBuilder html = new StringBuilder();
    if (!images.isEmpty()) {
      int from = (page - 1) * ROWS;
      html.append(parts.jobs(images, from, Math.min(from + ROWS, images.size()), "images"));
    }
    return html.toString();
  }

  /** What stands below the table of images. */
  public String more(String zone) {
    Fragments parts = Reader.fragments(zone);
    StringBuilder html = new StringBuilder();
    if (!images.isEmpty()) {
      List<ImageHistory> histories = acrossJobs();
      html.append(parts.phases(histories, this::link, "phases"));
      html.append(parts.indexes(histories, "indexes"));
    }
    if (!agents.isEmpty()) {
      html.append(parts.machines(agents, Instant.now(), "agents"));
    }
    return html.toString();
  }

  /** An image that several jobs make, such as the branches of a project, is one here. */
  private List<ImageHistory> acrossJobs() {
    record Image(String label, String repository) {}

    Map<Image, List<ImageHistory>> same = new LinkedHashMap<>();
    for (JobImage image : images) {
      ImageHistory one = image.image();
      same.computeIfAbsent(new Image(one.label(), one.image()), name -> new ArrayList<>()).add(one);
    }
    List<ImageHistory> all = new ArrayList<>();
    for (List<ImageHistory> ofJobs : same.values()) {
      List<HistoryEntry> entries = new ArrayList<>();
      ofJobs.forEach(one -> entries.addAll(one.entries()));
      all.addAll(ofJobs.size() == 1 ? ofJobs : ImageHistory.of(entries));
    }
    return all;
  }

  /** Asked for a few entries only, so that a search is faster than a map of all. */
  private Optional<String> link(HistoryEntry entry) {
    return jobs.stream().filter(job -> job.has(entry)).findFirst().flatMap(job -> job.link(entry));
  }
}
