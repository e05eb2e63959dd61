package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.jenkins.reader.Reader;
import io.jenkins.plugins.aiimage.jenkins.result.IndexRebuild;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.html.Fragments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The images of one job, build by build. */
@ExportedBean
public final class JobImages implements Action {
  /** More than a job has, and less than a page bears. */
  private static final int MOST_DRAWN = 20;

  private final Job<?, ?> job;

  JobImages(Job<?, ?> job) {
    this.job = job;
  }

  public Job<?, ?> getJob() {
    return job;
  }

  /** Whether the index is being made anew of the builds. */
  public boolean isIncomplete() {
    return IndexRebuild.isUnderWay(job);
  }

  /** Whether there is nothing to show, although there should be. */
  public boolean isLost() {
    return !isIncomplete() && histories().isEmpty();
  }

  /**
   * The page's main part.
   *
   * @param zone of the reader's own settings; null if there is none
   */
  public String html(String zone) {
    Fragments parts = Reader.fragments(zone);
    BuildLinks links = new BuildLinks(job.getBuildDir().toPath(), "../");
    List<ImageHistory> images = histories();
    StringBuilder html = new StringBuilder();
    if (images.size() > 1) {
      html.append(parts.summary(images, links, "images"));
    }
    for (int i = 0; i < Math.min(images.size(), MOST_DRAWN); i++) {
      html.append(parts.trend(images.get(i), links, "image-" + (i + 1)));
    }
    return html.toString();
  }

  /** The images, the one made last first. */
  @Exported
  public List<ImageExport> getImages() {
    return histories().stream().map(ImageExport::new).toList();
  }

  /** All that the index knows, as {@code ai-image report --history} takes it. */
  @WebMethod(name = "history.jsonl")
  public HttpResponse doHistory() {
    List<HistoryEntry> entries = new ArrayList<>();
    histories().forEach(image -> entries.addAll(image.entries()));
    entries.sort(Comparator.comparing(HistoryEntry::when));
    return TextResponse.lines(entries.stream().map(HistoryLines::write).toList(), "history.jsonl");
  }

  private List<ImageHistory> histories() {
    Path folder = job.getRootDir().toPath();
    return JobIndexes.get().all(folder);
  }

  /** For {@code …/aiImages/api/json}. */
  public Api getApi() {
    return new Api(this);
  }

  @Override
  public String getIconFileName() {
    return "symbol-cube-outline plugin-ionicons-api";
  }

  @Override
  public String getDisplayName() {
    return Messages.displayName();
  }

  @Override
  public String getUrlName() {
    return "aiImages";
  }
}
