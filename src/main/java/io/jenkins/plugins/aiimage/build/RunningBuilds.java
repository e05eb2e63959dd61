package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The builders that run now on this machine, each noted in a file for as long as it runs: a run
 * that is killed with no time to stop its builder leaves the note, and the next run stops it.
 *
 * <p>Losing a note costs some work done twice, never correctness, so nothing here fails.
 */
public final class RunningBuilds {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  private final Path folder;
  private final String machine;

  /**
   * Builds noted in a folder.
   *
   * @param folder may be shared with other machines; need not exist
   */
  public RunningBuilds(Path folder) {
    this.folder = folder;
    this.machine = machine();
  }

  /** Process ids mean something in one process namespace, until the machine starts anew. */
  private static String machine() {
    try {
      return Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(NAMESPACE);
    } catch (IOException | UnsupportedOperationException e) {
      return "unknown";
    }
  }

  /** A builder that runs; over when closed. */
  interface Entry extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Notes a builder.
   *
   * @param work its folder of files, which the note takes along
   */
  Entry began(ProcessHandle builder, Path work) {
    Path note = folder.resolve(builder.pid() + "-" + System.nanoTime());
    try {
      Files.createDirectories(folder);
      Files.write(
          note,
          List.of(machine, identity(ProcessHandle.current()), identity(builder), work.toString()));
    } catch (IOException e) {
      return () -> {};
    }
    return () -> delete(note);
  }

  /** Stops the builders whose run is gone, and takes their files away. */
  public void stopAbandoned() {
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
      for (Path note : notes) {
        stopIfAbandoned(note);
      }
    } catch (IOException e) {
      // No folder: nothing was ever noted.
      return;
    }
  }

  private void stopIfAbandoned(Path note) throws IOException {
    List<String> lines = Files.readAllLines(note);
    if (lines.size() != 4 || !lines.get(0).equals(machine) || find(lines.get(1)).isPresent()) {
      return;
    }
    find(lines.get(2)).ifPresent(builder -> ProcessTree.of(builder).kill());
    WorkFolder.at(Path.of(lines.get(3))).ifPresent(WorkFolder::close);
    delete(note);
  }

  /** A number alone is soon another process's. */
  private static String identity(ProcessHandle process) {
    return process.pid()
        + " "
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static Optional<ProcessHandle> find(String identity) {
    int blank = identity.indexOf(' ');
    try {
      return ProcessHandle.of(Long.parseLong(identity.substring(0, Math.max(0, blank))))
          .filter(process -> process.isAlive() && identity(process).equals(identity));
    } catch (NumberFormatException e) {
      return Optional.empty();
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
