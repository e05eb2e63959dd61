package io.jenkins.plugins.aiimage.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Dockerfiles of five kinds of systems whose builds hurt. */
final class Samples {
  private Samples() {}

  static String read(String name) {
    try (InputStream file = Samples.class.getResourceAsStream(name + ".Dockerfile")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
