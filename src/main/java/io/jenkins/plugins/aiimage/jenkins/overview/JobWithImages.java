package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.model.Job;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A job and the images of its newest builds, the one made last first; there is at least one. */
@ExportedBean(defaultVisibility = 2)
public final class JobWithImages {
  private final Job<?, ?> job;
  private final List<ImageHistory> images;

  private JobWithImages(Job<?, ?> job, List<ImageHistory> images) {
    this.job = job;
    this.images = images;
  }

  /** Those that whoever asks may read, the one that ran last first. */
  static List<JobWithImages> readable() {
    List<JobWithImages> found = new ArrayList<>();
    for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
      List<ImageHistory> images = JobIndexes.get().recent(job.getRootDir().toPath());
      if (!images.isEmpty()) {
        found.add(new JobWithImages(job, images));
      }
    }
    found.sort(Comparator.comparing(JobWithImages::when).reversed());
    return found;
  }

  private Instant when() {
    return images.get(0).last().when();
  }

  List<ImageHistory> histories() {
    return images;
  }

  /** Whether this entry is one of those, and not only the like. */
  @SuppressWarnings("ReferenceEquality")
  boolean has(HistoryEntry entry) {
    for (ImageHistory image : images) {
      for (HistoryEntry own : image.entries()) {
        if (own == entry) {
          return true;
        }
      }
    }
    return false;
  }

  /** From a page of Jenkins' own to the build's images, if it is kept. */
  Optional<String> link(HistoryEntry entry) {
    return new BuildLinks(job.getBuildDir().toPath(), "../" + job.getUrl()).to(entry);
  }

  /** Every build of every image, as a line with the job's name. */
  List<String> lines() {
    Map<String, String> more = Map.of("job", getName());
    return images.stream()
        .flatMap(image -> image.entries().stream())
        .map(entry -> HistoryLines.write(entry, more))
        .toList();
  }

  /** Full name, with slashes between folders. */
  @Exported
  public String getName() {
    return job.getFullName();
  }

  /** As people read it. */
  String displayName() {
    return job.getFullDisplayName();
  }

  /** Of its images, relative to Jenkins' own. */
  @Exported
  public String getUrl() {
    return job.getUrl() + "aiImages/";
  }

  @Exported
  public List<ImageExport> getImages() {
    return images.stream().map(ImageExport::new).toList();
  }
}
