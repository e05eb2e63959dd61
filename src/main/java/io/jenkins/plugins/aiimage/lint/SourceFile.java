package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
      new WholeFile(path).write(text);
    } catch (IOException e) {
      throw UseCaseException.input(name + " cannot be written: see to its folder.");
    }
  }
}
