package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.engine.BuildTrace;
import io.jenkins.plugins.aiimage.build.process.ProcessName;
import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The builders that run now on this machine, each noted in a file for as long as it runs: a run
 * that is killed with no time to stop its builder leaves the note, and the next run stops it.
 *
 * <p>Losing a note costs some work done twice, never correctness, so nothing here fails.
 */
public final class RunningBuilds {
  private static final int LINES = 6;

  /** Stands for a run that has nothing to do with its builder any more. */
  private static final String OVER = "-";

  private final Path folder;
  private final String machine;

  /**
   * Builds noted in a folder.
   *
   * @param folder may be shared with other machines; need not exist
   */
  public RunningBuilds(Path folder) {
    this.folder = folder;
    this.machine = ProcessName.machine();
  }

  /** What a build left in its engine. */
  @FunctionalInterface
  public interface Leftovers {
    /** Empty if nothing is left; otherwise what would not go, in words. */
    Optional<String> remove(BuildTrace trace, Path work);
  }

  /** Of a builder that runs; taken away when closed. */
  interface Note extends AutoCloseable {
    /** Keeps the note, because the engine still has something of the build. */
    void leave(BuildTrace trace);

    @Override
    void close();
  }

  /**
   * Notes a builder.
   *
   * @param name of the builder, as the option has it
   * @param work its folder of files, which the note takes along
   */
  Note began(String name, ProcessHandle builder, Path work) {
    Path note = folder.resolve(builder.pid() + "-" + System.nanoTime());
    String process = ProcessName.of(builder);
    write(note, ProcessName.of(ProcessHandle.current()), process, work, name, "");
    return new Note() {
      private boolean stays;

      @Override
      public void leave(BuildTrace trace) {
        stays = true;
        write(note, OVER, process, work, name, trace.container().orElse(""));
      }

      @Override
      public void close() {
        if (!stays) {
          delete(note);
        }
      }
    };
  }

  private void write(
      Path note, String run, String process, Path work, String name, String container) {
    try {
      Files.createDirectories(folder);
      Files.write(note, List.of(machine, run, process, work.toString(), name, container));
    } catch (IOException e) {
      // A read-only or full home.
      return;
    }
  }

  /**
   * Stops the builders whose run is gone, and takes away what they left.
   *
   * @param builder name of that of now; what another one left in its engine waits for that one
   * @param leftovers what takes them away
   */
  public void stopAbandoned(String builder, Leftovers leftovers) {
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
      for (Path note : notes) {
        stopIfAbandoned(note, builder, leftovers);
      }
    } catch (IOException e) {
      // No folder: nothing was ever noted.
      return;
    }
  }

  private void stopIfAbandoned(Path note, String builder, Leftovers leftovers) throws IOException {
    List<String> lines = Files.readAllLines(note);
    if (lines.size() != LINES
        || !lines.get(0).equals(machine)
        || ProcessName.find(lines.get(1)).isPresent()) {
      return;
    }
    ProcessName.find(lines.get(2)).ifPresent(process -> ProcessTree.of(process).killUnasked());
    Path work = Path.of(lines.get(3));
    BuildTrace trace = BuildTrace.of(lines.get(5));
    if (builder.equals(lines.get(4)) && leftovers.remove(trace, work).isEmpty()) {
      WorkFolder.at(work).ifPresent(WorkFolder::close);
      delete(note);
    }
  }

  private static void delete(Path note) {
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      // The next run looks at it again.
      return;
    }
  }
}
