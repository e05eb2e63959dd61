package io.jenkins.plugins.aiimage.clean;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What runs have noted for each other in the user's cache folder and nobody has renewed. Losing a
 * note costs time, never correctness.
 */
record OldNotes(Path root) {
  /** All but those of builders that run and of turns, which have keepers of their own. */
  private static final List<String> FOLDERS =
      List.of(
          "images", "phases", "phase-times", "recipes", "sizes", "base-images", "pip", "isolation");

  /** A key, a digest or an id: should the folder be set to a strange place, nothing else goes. */
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{64}|[0-9a-f-]{36})([0-9]*\\.new)?");

  /** Those that were last written before a time. */
  List<Path> before(Instant time) {
    List<Path> old = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (DirectoryStream<Path> notes = Files.newDirectoryStream(root.resolve(folder))) {
        for (Path note : notes) {
          boolean ours =
              NAME.matcher(String.valueOf(note.getFileName())).matches()
                  && Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS);
          if (ours && Files.getLastModifiedTime(note).toInstant().isBefore(time)) {
            old.add(note);
          }
        }
      } catch (IOException e) {
        // Nothing was ever noted there, or another run was faster.
      }
    }
    return old;
  }

  /** How many of them are gone now. */
  static int remove(List<Path> notes) {
    int gone = 0;
    for (Path note : notes) {
      try {
        gone += Files.deleteIfExists(note) ? 1 : 0;
      } catch (IOException e) {
        // A read-only home.
      }
    }
    return gone;
  }
}
