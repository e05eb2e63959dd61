package io.jenkins.plugins.aiimage.jenkins.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines that are added one by one. Whoever writes holds a lock; whoever reads meanwhile
 * sees the file before or after, at worst without the end of its last line.
 */
record LineFile(Path path) {
  /** By what a reader knows that nothing has changed. */
  record Stamp(Object file, long bytes, long modified) {}

  /** Empty if there is no file. */
  Optional<Stamp> stamp() throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              String.valueOf(attributes.fileKey()),
              attributes.size(),
              attributes.lastModifiedTime().toMillis()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The last lines, as many as so many bytes hold; a first one that is not whole is left out. Bytes
   * that are no UTF-8 become question marks of it, and their line is for the reader to judge.
   */
  List<String> last(long bytes) throws IOException {
    byte[] read;
    boolean isCut;
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      long from = Math.max(0, channel.size() - bytes);
      // One byte more tells whether a line begins there.
      isCut = from > 0;
      channel.position(isCut ? from - 1 : 0);
      ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - channel.position()));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Until the end.
      }
      read = Arrays.copyOf(buffer.array(), buffer.position());
    }
    String text = new String(read, UTF_8);
    int begin = isCut ? text.indexOf('\n') + 1 : 0;
    return isCut && begin == 0 ? List.of() : List.of(text.substring(begin).split("\n"));
  }

  /** Adds a line; one that a crash has cut before it stays a line of its own. */
  void add(String line) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.wrap(new byte[] {'\n'});
      if (channel.size() > 0) {
        channel.position(channel.size() - 1).read(last);
      }
      String end = last.array()[0] == '\n' ? "" : "\n";
      ByteBuffer bytes = ByteBuffer.wrap((end + line + "\n").getBytes(UTF_8));
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Whole or not at all. */
  void replace(List<String> lines) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.write(next, lines);
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
