package io.jenkins.plugins.aiimage.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetFolderTest {
  @TempDir private Path parent;

  private PresetFolder folder(String name) {
    return new PresetFolder(Presets.named(name).orElseThrow(), parent.resolve("files"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void shouldGiveFilesTheSameModesEverywhereAndTheFolderToItsUserAlone() throws IOException {
    PresetFolder folder = folder("fastapi");
    folder.write();

    assertEquals("rwx------", mode(folder.path()));
    assertEquals("rwxr-xr-x", mode(folder.path().resolve("app")));
    assertEquals("rw-r--r--", mode(folder.path().resolve("app/main.py")));
    assertTrue(Files.readString(folder.dockerfile()).contains("\nFROM "));
  }

  @Test
  void shouldLeaveNothingBehind() throws IOException {
    PresetFolder folder = folder("fastapi");
    folder.write();

    folder.remove();

    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void shouldTouchNothingThatIsThereAlready() throws IOException {
    PresetFolder folder = folder("ai-processor");
    Files.createSymbolicLink(folder.path(), Files.createDirectory(parent.resolve("elsewhere")));

    assertThrows(FileAlreadyExistsException.class, folder::write);
    try (Stream<Path> left = Files.list(parent.resolve("elsewhere"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void shouldHaveANameThatNobodyCanGuess() {
    Preset preset = Presets.named("ai-processor").orElseThrow();
    assertFalse(PresetFolder.of(preset).path().equals(PresetFolder.of(preset).path()));
  }
}
