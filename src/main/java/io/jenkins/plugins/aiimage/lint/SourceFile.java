package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A Dockerfile that is read, and written whole or not at all.
 *
 * @param name as it was given
 */
record SourceFile(String name, Path path) {
  // The largest Dockerfile of the wild is some ten kilobytes.
  private static final long LARGEST = 1_000_000;

  String read() throws UseCaseException {
    try {
      if (!Files.exists(path)) {
        throw UseCaseException.input("There is no file " + name + ": name a Dockerfile.");
      }
      if (!Files.isRegularFile(path)) {
        throw UseCaseException.input(name + " is not a file: name a Dockerfile.");
      }
      if (Files.size(path) > LARGEST) {
        throw UseCaseException.input(
            name + " is larger than 1 MB, which no Dockerfile is: name another file.");
      }
      byte[] bytes = Files.readAllBytes(path);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw notText();
      }
      return text;
    } catch (CharacterCodingException e) {
      throw notText();
    } catch (IOException e) {
      throw UseCaseException.input(name + " cannot be read: see to its permissions.");
    }
  }

  private UseCaseException notText() {
    return UseCaseException.input(name + " is not text in UTF-8: name a Dockerfile.");
  }

  void write(String text) throws UseCaseException {
    try {
      // What a link points at is changed, not the link.
      Path real = path.toRealPath();
      Path written = Files.createTempFile(real.getParent(), real.getFileName().toString(), ".new");
      try {
        Files.writeString(written, text);
        copyPermissions(real, written);
        move(written, real);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw UseCaseException.input(name + " cannot be written: see to its folder.");
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
