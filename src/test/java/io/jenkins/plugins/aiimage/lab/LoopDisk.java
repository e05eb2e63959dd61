package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system in a file, mounted. */
record LoopDisk(Path folder) implements AutoCloseable {

  /** Mounts a disk, or skips the test where that is not possible. */
  static LoopDisk mount(Path parent, long bytes) throws IOException, InterruptedException {
    Path file = parent.resolve("disk");
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
      disk.setLength(bytes);
    }
    must("mkfs.ext4", "-q", "-F", file.toString());
    Path folder = Files.createDirectory(parent.resolve("mounted"));
    must("mount", "-o", "loop", file.toString(), folder.toString());
    return new LoopDisk(folder);
  }

  /** Mounts it once more, as {@code ro} or {@code rw}. */
  void remount(String how) throws IOException, InterruptedException {
    must("mount", "-o", "remount," + how, folder.toString());
  }

  private static void must(String... words) throws IOException, InterruptedException {
    Optional<String> complaint;
    try {
      complaint = Host.complaint(words);
    } catch (IOException e) {
      complaint = Optional.of(e.getMessage());
    }
    assumeTrue(complaint.isEmpty(), "no loop device here: " + complaint.orElse(""));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Optional<String> complaint = Host.complaint("umount", folder.toString());
    if (complaint.isPresent()) {
      throw new IOException(complaint.get());
    }
  }
}
