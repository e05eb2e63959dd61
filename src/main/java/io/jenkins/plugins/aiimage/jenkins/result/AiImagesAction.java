package io.jenkins.plugins.aiimage.jenkins.result;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The images of one build: kept with it, shown on its page, and given to programs. */
@ExportedBean
public final class AiImagesAction implements RunAction2 {
  private static final Logger LOGGER = Logger.getLogger(AiImagesAction.class.getName());

  /** Replaced and never changed: the build may be written to its file at any moment. */
  private volatile List<ImageRecord> records = new ArrayList<>();

  private transient Run<?, ?> run;

  private AiImagesAction() {}

  /** That of a build; it gets one if it has none. */
  public static AiImagesAction of(Run<?, ?> run) {
    synchronized (run) {
      AiImagesAction action = run.getAction(AiImagesAction.class);
      if (action == null) {
        action = new AiImagesAction();
        run.addAction(action);
      }
      return action;
    }
  }

  /**
   * Takes up what is known of an image, in place of what was known before.
   *
   * @param execution identity of the step's execution
   * @param waitedFor the build whose image this one waited for, by its external id; empty if none
   */
  public void put(String execution, boolean running, RunReport report, Optional<String> waitedFor) {
    ImageRecord record = new ImageRecord(execution, running, report, waitedFor.orElse(null));
    synchronized (this) {
      List<ImageRecord> changed = new ArrayList<>(records);
      changed.removeIf(known -> known.execution().equals(execution));
      changed.add(place(execution), record);
      records = changed;
    }
  }

  /** Writes it to the build's own file; a build that cannot be saved is logged. */
  public void save() {
    try {
      run.save();
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "the images of " + run + " could not be saved");
    }
  }

  /** Whether this step was under way when it was last heard of. */
  public boolean isRunning(String execution) {
    return records.stream()
        .anyMatch(record -> record.execution().equals(execution) && record.isRunning());
  }

  /** Where it was, or else at the end. */
  private int place(String execution) {
    int place = 0;
    while (place < records.size() && !records.get(place).execution().equals(execution)) {
      place++;
    }
    return place;
  }

  /** In the order in which they were begun. */
  @Exported(visibility = 2)
  public List<AiImage> getImages() {
    return records.stream().map(ImageRecord::image).toList();
  }

  /** The steps that have ended, newest first, as the job's index keeps them. */
  List<IndexedRun> indexed() {
    List<IndexedRun> ended = new ArrayList<>();
    for (ImageRecord record : records) {
      record.indexed(String.valueOf(run.getNumber())).ifPresent(found -> ended.add(0, found));
    }
    return ended;
  }

  /** The build that they belong to. */
  public Run<?, ?> getRun() {
    return run;
  }

  /** For {@code …/aiImages/api/json}. */
  public Api getApi() {
    return new Api(this);
  }

  @Override
  public void onAttached(Run<?, ?> owner) {
    run = owner;
  }

  @Override
  public void onLoad(Run<?, ?> owner) {
    run = owner;
    IndexRebuild.ifMissing(owner.getParent());
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
