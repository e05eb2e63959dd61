package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.history.AgentNotes;
import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.jenkins.result.IndexRebuild;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * What outlives a build: a line in the job's index, a note about the agent. A build is no worse for
 * lacking them: trouble is logged.
 */
final class Remembered {
  private static final Logger LOGGER = Logger.getLogger(Remembered.class.getName());

  private Remembered() {}

  /**
   * After the end of a step.
   *
   * @param step identity of its execution
   * @param node name of the agent; empty for the controller's own
   */
  static void keep(Run<?, ?> run, String step, String node, RunReport report) {
    try {
      Optional<HistoryEntry> entry = HistoryEntry.of(String.valueOf(run.getNumber()), report);
      if (entry.isPresent()) {
        Path folder = run.getParent().getRootDir().toPath();
        boolean wasThere = JobIndexes.get().add(folder, new IndexedRun(step, entry.get()));
        if (!wasThere && run.getNumber() > 1) {
          // Those before it: of a version without an index, or it was deleted.
          IndexRebuild.begin(run.getParent());
        }
      }
      Optional<MachineNote> note = note(node, report);
      if (note.isPresent()) {
        new AgentNotes(Jenkins.get().getRootDir().toPath())
            .take(note.get(), name -> name.isEmpty() || Jenkins.get().getNode(name) != null);
      }
    } catch (IOException | RuntimeException e) {
      LOGGER.log(
          Level.WARNING, e, () -> "the images of " + run + " are missing in its job's index");
    }
  }

  /** Empty if the run told nothing of its machine. */
  static Optional<MachineNote> note(String node, RunReport report) {
    Instant seen = report.started().plus(report.duration());
    Map<String, MachineNote.Database> databases = new TreeMap<>();
    for (DatabaseReport database :
        report.details(DatabasesReport.class).map(DatabasesReport::databases).orElse(List.of())) {
      databases.put(database.database(), new MachineNote.Database(database.updatedAt(), seen));
    }
    Optional<MachineNote.Storage> storage =
        report
            .image()
            .storage()
            .map(
                told ->
                    new MachineNote.Storage(
                        told.folder(), told.freeBytes(), told.totalBytes(), seen));
    return databases.isEmpty() && storage.isEmpty()
        ? Optional.empty()
        : Optional.of(new MachineNote(node, databases, storage));
  }
}
