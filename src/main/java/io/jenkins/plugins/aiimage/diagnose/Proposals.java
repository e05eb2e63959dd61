package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.build.failure.Credentials;
import io.jenkins.plugins.aiimage.report.DiagnoseEvent;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that were asked for: all are checked before one is written, and each is told. */
final class Proposals {
  private final Path context;
  private final List<Path> places;
  private final boolean overwrite;
  private final List<Proposal> proposals = new ArrayList<>();

  /**
   * @param context that names begin in
   * @param dockerfile whose folder files may lie in as well
   * @param overwrite whether a new file may take the place of another
   */
  Proposals(Path context, Path dockerfile, boolean overwrite) {
    this.context = context;
    this.places = List.of(context, dockerfile.resolveSibling("."));
    this.overwrite = overwrite;
  }

  private record Proposal(Path file, String before, String added) {}

  /** Text for the end of a file, which may not exist yet. */
  void add(Path file, String before, String added) throws UseCaseException {
    checkPlace(file);
    proposals.add(new Proposal(file, before, added));
  }

  /** What comes with a source must not lead to other files of whoever looks at it. */
  private void checkPlace(Path file) throws UseCaseException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path real = Files.exists(file) ? file.toRealPath() : folder.toRealPath();
      for (Path place : places) {
        if (real.startsWith(place.toRealPath())) {
          return;
        }
      }
    } catch (IOException e) {
      throw UseCaseException.input(name(file) + " cannot be written: see to its folder.");
    }
    throw UseCaseException.input(
        name(file) + " is a link that leads out of the context: make it a file.");
  }

  /** A file that should not exist yet. */
  void create(Path file, String text) throws UseCaseException {
    if (Files.exists(file) && !overwrite) {
      throw UseCaseException.input(
          name(file) + " exists already: remove it, or ask for overwriting it.");
    }
    add(file, "", text);
  }

  /** Writes them, unless it is a dry run. */
  void carryOut(boolean dryRun, EventLog events) throws UseCaseException {
    for (Proposal each : proposals) {
      if (!dryRun) {
        try {
          new WholeFile(each.file()).write(each.before() + each.added());
        } catch (IOException e) {
          throw UseCaseException.input(
              name(each.file()) + " cannot be written: see to its folder.");
        }
      }
      // An index in a list of packages may have a password in its address.
      String shown = Credentials.cutFrom(each.added());
      events.publish(new DiagnoseEvent.FileProposed(name(each.file()), !dryRun, shown));
    }
  }

  private String name(Path file) {
    return file.startsWith(context)
        ? context.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }
}
