package io.jenkins.plugins.aiimage.build.failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The signs of {@code signs.txt}, read when the first build runs and not before. */
public final class SignTable {
  private SignTable() {}

  /** In the order of the file, where signs of a tool stand together. */
  public static List<Sign> all() {
    return Read.FILE.signs();
  }

  public static Optional<Sign> of(String id) {
    return all().stream().filter(sign -> sign.id().equals(id)).findFirst();
  }

  static Optional<Sign> byExitCode(int code) {
    return all().stream().filter(sign -> sign.exitCodes().contains(code)).findFirst();
  }

  static List<Evidence> evidence() {
    return Read.FILE.evidence();
  }

  private static final class Read {
    static final SignFile FILE = read();

    private static SignFile read() {
      try (InputStream stream = SignTable.class.getResourceAsStream("signs.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return SignFile.parse(lines.lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
