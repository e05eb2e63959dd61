package io.jenkins.plugins.aiimage.jenkins.result;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.jenkins.reader.Reader;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.jvnet.localizer.LocaleProvider;
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

  /** Takes up what is known of an image, in place of what was known before. */
  public void put(ImageSource source, boolean running, RunReport report) {
    ImageRecord fresh = new ImageRecord(source, running, report);
    change(source.execution(), known -> known.comparison().map(fresh::with).orElse(fresh), fresh);
  }

  /** Compares an image with the last build of it, once it is known what it is made from. */
  public void compare(String execution) {
    Optional<ImageRecord> known = find(execution);
    if (known.isPresent()
        && known.get().comparison().isEmpty()
        && known.get().report().image().recipe().inputs().isPresent()) {
      Comparison made = Comparison.of(known.get().report(), run);
      change(execution, record -> record.with(made), known.get());
    }
  }

  private synchronized void change(
      String execution, UnaryOperator<ImageRecord> change, ImageRecord otherwise) {
    List<ImageRecord> changed = new ArrayList<>(records);
    int place = 0;
    while (place < changed.size() && !changed.get(place).execution().equals(execution)) {
      place++;
    }
    if (place < changed.size()) {
      changed.set(place, change.apply(changed.get(place)));
    } else {
      changed.add(otherwise);
    }
    records = changed;
  }

  private Optional<ImageRecord> find(String execution) {
    return records.stream().filter(record -> record.execution().equals(execution)).findFirst();
  }

  /** The last report of the same image that says what it was made from. */
  Optional<RunReport> likewise(RunReport report) {
    return records.stream()
        .flatMap(record -> record.readable().stream())
        .filter(known -> known.subject().equals(report.subject()))
        .filter(known -> known.label().equals(report.label()))
        .filter(known -> known.image().recipe().inputs().isPresent())
        .reduce((one, later) -> later);
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
    return find(execution).filter(ImageRecord::isRunning).isPresent();
  }

  /** In the order in which they were begun. */
  @Exported(visibility = 2)
  public List<AiImage> getImages() {
    boolean building = run.isBuilding();
    return records.stream().map(record -> new AiImage(record, building)).toList();
  }

  /**
   * What the page shows at this moment.
   *
   * @param zone of the reader
   * @param root path of Jenkins, which links begin with
   */
  public LivePart page(String zone, String root) {
    // In this order: a build that is over has told the end of all its images.
    boolean building = run.isBuilding();
    return pages(zone, root).page(records, building);
  }

  /** What the build's own page shows at this moment, as {@link #page}. */
  public LivePart lines(String zone, String root) {
    boolean building = run.isBuilding();
    return pages(zone, root).lines(records, building);
  }

  private ImagePages pages(String zone, String root) {
    return new ImagePages(
        Reader.fragments(zone), new LocalHints(LocaleProvider.getLocale()), root, run.getUrl());
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
