package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTemporariesTest {
  @TempDir private Path folder;

  @Test
  void shouldBeWhereTheUserHasTemporaryFilesAndNotTheBuildsOwnFolder() throws IOException {
    Path build = Files.createDirectory(folder.resolve("ai-image-1"));
    BuildTemporaries temporaries = BuildTemporaries.of(build, Map.of("TMPDIR", folder.toString()));
    assertEquals(folder.resolve("ai-image-1.tmp"), temporaries.folder());
    assertEquals(Path.of("/var/tmp/ai-image-1.tmp"), BuildTemporaries.of(build, Map.of()).folder());
  }

  @Test
  void shouldBeBesideTheBuildsFolderWhereTheUsualOneIsNotUsable() {
    BuildTemporaries temporaries =
        BuildTemporaries.of(
            folder.resolve("ai-image-1"), Map.of("TMPDIR", folder.resolve("none").toString()));
    assertEquals(folder.resolve("ai-image-1.tmp"), temporaries.folder());
  }

  @Test
  void shouldNameWhatARuntimeRanAndGoWithAllThatIsInThem() throws IOException {
    BuildTemporaries temporaries =
        BuildTemporaries.of(folder.resolve("b"), Map.of("TMPDIR", folder.toString()));
    assertEquals(Map.of("TMPDIR", temporaries.folder().toString()), temporaries.create());
    assertEquals(List.of(), temporaries.runtimeNames());
    Path bundle = Files.createDirectory(temporaries.folder().resolve("buildah17"));
    Files.writeString(bundle.resolve("layer"), "x");
    Files.writeString(
        Files.createDirectory(temporaries.folder().resolve("storage1")).resolve("1"), "x");
    assertEquals(List.of("buildah-buildah17"), temporaries.runtimeNames());
    temporaries.remove();
    assertTrue(Files.notExists(temporaries.folder()));
  }
}
