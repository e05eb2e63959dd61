package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.Extension;
import hudson.model.Job;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.jenkins.reader.Reader;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.Summary;
import io.jenkins.plugins.aiimage.report.html.Fragments;
import io.jenkins.plugins.aiimage.report.html.Words;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A column of a list view: how the images of a job fared last, and how often they are a hit. */
public final class AiImagesColumn extends ListViewColumn {
  private static final int MOST = 3;
  private static final int LABEL = 40;

  @DataBoundConstructor
  public AiImagesColumn() {}

  /** What a cell shows of one image. */
  public record Cell(String label, String result, String resultWords, String hitRate) {
    public String getLabel() {
      return label;
    }

    /** {@code HIT}, {@code RESUMED}, {@code BUILT} or {@code FAILED}. */
    public String getResult() {
      return result;
    }

    public String getResultWords() {
      return resultWords;
    }

    /** In percent; null if no build gave an image. */
    public String getHitRate() {
      return hitRate;
    }
  }

  /**
   * The images that were made last.
   *
   * @param item of the view; a folder has no images
   */
  public List<Cell> cells(Object item) {
    Words words = Reader.fragments(null).words();
    return histories(item).stream().limit(MOST).map(image -> cell(image, words)).toList();
  }

  /** How many more there are. */
  public int more(Object item) {
    return Math.max(0, histories(item).size() - MOST);
  }

  /** By what a view sorts its rows: from 0 to 100, or -1 if there is nothing to say. */
  public int order(Object item) {
    return histories(item).stream()
        .map(Summary::of)
        .filter(summary -> summary.hitRate().isPresent())
        .mapToInt(summary -> (int) Math.round(100 * summary.hitRate().getAsDouble()))
        .findFirst()
        .orElse(-1);
  }

  private static List<ImageHistory> histories(Object item) {
    return item instanceof Job<?, ?> job
        ? JobIndexes.get().recent(job.getRootDir().toPath())
        : List.of();
  }

  private static Cell cell(ImageHistory image, Words words) {
    Summary summary = Summary.of(image);
    return new Cell(
        Fragments.shown(image.label(), LABEL),
        image.last().result().name(),
        words.of(image.last().result()),
        summary.hitRate().isPresent() ? words.percent(summary.hitRate().getAsDouble()) : null);
  }

  /** For the choice of columns. */
  @Extension
  @Symbol("aiImagesColumn")
  public static final class DescriptorImpl extends ListViewColumnDescriptor {
    @Override
    public String getDisplayName() {
      return Messages.displayName();
    }

    /** Most views have no job with images. */
    @Override
    public boolean shownByDefault() {
      return false;
    }
  }
}
