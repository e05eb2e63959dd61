package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.tar.TarBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
  private static final String METADATA = "{}";

  @TempDir private Path folder;
  private Path into;

  @BeforeEach
  void makeStage() throws IOException {
    into = Files.createDirectory(folder.resolve("stage"));
  }

  private void unpack(Database database, byte[] layer) throws IOException {
    Path file = Files.write(folder.resolve("layer"), layer);
    new Unpacking(database, into).unpack(file, Descriptor.of(database.layerType(), layer));
  }

  private String refused(Database database, byte[] layer) {
    return assertThrows(ArtifactException.class, () -> unpack(database, layer)).getMessage();
  }

  private static TarBytes good() {
    return new TarBytes().file("trivy.db", "db").file("metadata.json", METADATA);
  }

  @Test
  void shouldUnpackADatabaseAndItsMetadata() throws IOException {
    unpack(
        Database.VULNERABILITIES,
        new TarBytes()
            .entry("./", '5', 0, new byte[0])
            .file("./trivy.db", "db")
            .file("metadata.json", METADATA)
            .gzip());
    assertEquals("db", Files.readString(into.resolve("trivy.db")));
    assertEquals(METADATA, Files.readString(into.resolve("metadata.json")));
  }

  @Test
  void shouldUnpackChecksWithTheirFolders() throws IOException {
    unpack(Database.CHECKS, new TarBytes().file("policies/a/b.rego", "x").gzip());
    assertEquals("x", Files.readString(into.resolve("content/policies/a/b.rego")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a\\b",
        "C:x",
        "a//b",
        "a/./../b",
        "new\nline"
      })
  void shouldRefuseNamesThatLeadElsewhere(String name) throws IOException {
    String message = refused(Database.CHECKS, new TarBytes().file(name, "x").gzip());
    assertTrue(message.contains("name"), message);
    try (Stream<Path> files = Files.walk(folder)) {
      assertFalse(files.anyMatch(file -> file.endsWith("x") || file.endsWith("passwd")));
    }
  }

  static List<Consumer<TarBytes>> evil() {
    return List.of(
        tar -> tar.entry("l", '1', 0, new byte[0]),
        tar -> tar.entry("l", '2', 0, new byte[0]),
        tar -> tar.entry("d", '3', 0, new byte[0]),
        tar -> tar.entry("d", '4', 0, new byte[0]),
        tar -> tar.entry("f", '6', 0, new byte[0]),
        tar -> tar.entry("s", 'S', 0, new byte[0]),
        tar -> tar.pax("GNU.sparse.major", "1").file("a", "x"),
        tar -> tar.pax("size", "-1").file("a", "x"),
        tar -> tar.file("more", "x"),
        tar -> tar.file("trivy.db", "again"),
        tar -> tar.entry("sub", '5', 0, new byte[0]),
        tar -> tar.entry("deep", '5', 512, new byte[512]));
  }

  @ParameterizedTest
  @MethodSource("evil")
  void shouldRefuseWhatDoesNotBelongIntoADatabase(Consumer<TarBytes> more) {
    TarBytes tar = good();
    more.accept(tar);
    String message = refused(Database.VULNERABILITIES, tar.gzip());
    assertTrue(message.endsWith("."), message);
  }

  @Test
  void shouldRefuseAFileThatIsAFolderToo() {
    String message =
        refused(Database.CHECKS, new TarBytes().file("a", "x").file("a/b", "x").gzip());
    assertTrue(message.contains("as a file and as a folder"), message);
  }

  @Test
  void shouldRefuseWhatIsIncomplete() {
    refused(Database.VULNERABILITIES, new TarBytes().file("trivy.db", "x").gzip());
    refused(Database.VULNERABILITIES, new TarBytes().file("metadata.json", "{}").gzip());
    refused(Database.CHECKS, new TarBytes().gzip());
  }

  @Test
  void shouldRefuseWhatIsCutOffOrNotPacked() {
    byte[] whole = good().gzip();
    refused(Database.VULNERABILITIES, Arrays.copyOf(whole, whole.length - 9));
    refused(Database.VULNERABILITIES, good().plain());
    refused(Database.VULNERABILITIES, new byte[0]);
  }

  @Test
  void shouldRefuseABomb() {
    byte[] zeros = new byte[70 << 20];
    String message =
        refused(Database.VULNERABILITIES, new TarBytes().file("trivy.db", zeros).gzip());
    assertTrue(message.contains("It unpacks to more than"), message);
  }

  @Test
  void shouldRefuseAFileThatIsNotWhatTheManifestSays() throws IOException {
    Path file = Files.write(folder.resolve("layer"), good().gzip());
    Descriptor other = Descriptor.of("t", new byte[] {1});
    assertThrows(
        ArtifactException.class,
        () -> new Unpacking(Database.VULNERABILITIES, into).unpack(file, other));
  }
}
