package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/**
 * Reads on the agent what a run has told since the last time, and tells it that somebody listens.
 */
final class ReadEvents extends MasterToSlaveFileCallable<ReadEvents.News> {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST_READ = 1 << 20;

  private final long offset;

  /**
   * @param offset where to begin, in bytes
   */
  ReadEvents(long offset) {
    this.offset = offset;
  }

  /**
   * Whole lines.
   *
   * @param offset where the next line will begin
   */
  record News(ArrayList<String> lines, long offset) implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public News invoke(File folder, VirtualChannel channel) throws IOException {
    touch(folder.toPath().resolve(WriteFolder.LEASE));
    File file = new File(folder, WriteFolder.EVENTS);
    if (!file.isFile()) {
      return new News(new ArrayList<>(), offset);
    }
    byte[] bytes;
    try (RandomAccessFile events = new RandomAccessFile(file, "r")) {
      events.seek(offset);
      bytes = new byte[(int) Math.max(0, Math.min(LARGEST_READ, events.length() - offset))];
      events.readFully(bytes);
    }
    return news(bytes);
  }

  private News news(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
    return new News(
        new ArrayList<>(text.isEmpty() ? List.of() : text.lines().toList()), offset + end);
  }

  private static void touch(Path lease) throws IOException {
    try {
      Files.setLastModifiedTime(lease, FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      // The run is over and its folder gone: nobody needs a sign of life.
      return;
    }
  }
}
