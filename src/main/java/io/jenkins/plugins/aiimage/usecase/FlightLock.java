package io.jenkins.plugins.aiimage.usecase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock of the operating system on a file. It ends with its process, however that ends.
 *
 * <p>POSIX takes all locks of a process on a file away as soon as the process closes the file, by
 * whichever descriptor. So a file that this JVM has locked is not opened in it a second time: who
 * holds it is known here, and attempts of several threads come one after the other.
 */
final class FlightLock implements AutoCloseable {
  /** Behind all content: on Windows nobody can read what is locked. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int LONGEST_TEXT = 64 * 1024;

  /** What this JVM has locked; also the monitor of all that is done with lock files. */
  private static final Map<Path, FlightHolder> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;

  private FlightLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** What trying came to. */
  sealed interface Attempt {
    /** It is ours until closed. */
    record Held(FlightLock lock) implements Attempt {}

    /**
     * It is another's.
     *
     * @param holder empty where that one has not said yet who it is
     */
    record Taken(Optional<FlightHolder> holder) implements Attempt {}
  }

  /**
   * Tries once.
   *
   * @param holder what others are told
   * @throws IOException if this file system cannot lock, or the file cannot be opened
   */
  static Attempt attempt(Path file, FlightHolder holder) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        return new Attempt.Taken(Optional.of(HELD.get(file)));
      }
      FileChannel channel = open(file);
      boolean ours = false;
      try {
        ours = lock(channel, false).isPresent();
        if (!ours) {
          return new Attempt.Taken(FlightHolder.parse(read(channel)));
        }
        HELD.put(file, holder);
        write(channel, holder.text());
        return new Attempt.Held(new FlightLock(file, channel));
      } finally {
        if (!ours) {
          channel.close();
        }
      }
    }
  }

  /** Something to do with a file while nobody else can have it. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /**
   * Does something while the file is locked, if it can be locked at once.
   *
   * @param shared whether others may have it as well who also want to share it
   * @return whether it was done
   */
  static boolean during(Path file, boolean shared, Action action) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        return false;
      }
      try (FileChannel channel = open(file)) {
        boolean ours = lock(channel, shared).isPresent();
        if (ours) {
          action.run();
        }
        return ours;
      }
    }
  }

  /** Lets go. The file stays, and says nothing any more. */
  @Override
  public void close() {
    synchronized (HELD) {
      try (channel) {
        write(channel, "");
      } catch (IOException e) {
        // What counts is the lock, and closing has ended that.
        return;
      } finally {
        HELD.remove(file);
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  private static Optional<FileLock> lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, shared));
    } catch (OverlappingFileLockException e) {
      // This class loaded twice in one JVM.
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST_TEXT));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // Goes on to the end.
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static void write(FileChannel channel, String text) {
    try {
      channel.truncate(0);
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
    } catch (IOException e) {
      // A full disk: the lock holds, and nobody is told whose it is.
      return;
    }
  }
}
