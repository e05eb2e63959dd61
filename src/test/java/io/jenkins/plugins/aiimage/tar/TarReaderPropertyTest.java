package io.jenkins.plugins.aiimage.tar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TarReaderPropertyTest {
  private static TarReader reader(byte[] bytes) {
    return new TarReader(new ByteArrayInputStream(bytes));
  }

  @Property(tries = 200)
  void shouldReadBackWhatWasWritten(
      @ForAll @Size(max = 5) List<byte @Size(max = 2000) []> contents,
      @ForAll @AlphaChars @StringLength(min = 1, max = 300) String name,
      @ForAll boolean gnu)
      throws IOException {
    TarBytes tar = new TarBytes();
    for (byte[] content : contents) {
      TarBytes unused = gnu ? tar.longName(name) : tar.pax("path", name);
      tar.file("short", content);
    }
    TarReader reader = reader(tar.plain());
    for (byte[] content : contents) {
      assertEquals(Optional.of(new TarEntry(name, false, content.length)), reader.next());
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      reader.copy(read);
      assertArrayEquals(content, read.toByteArray());
    }
    assertEquals(Optional.empty(), reader.next());
  }

  @Property(tries = 200)
  void shouldReadBackWhatTheWriterWrote(
      @ForAll @Size(max = 5) List<byte @Size(max = 2000) []> contents,
      @ForAll @AlphaChars @StringLength(min = 1, max = 100) String name)
      throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (TarWriter writer = new TarWriter(tar)) {
      for (byte[] content : contents) {
        writer.add(name, content);
      }
    }
    TarReader reader = reader(tar.toByteArray());
    for (byte[] content : contents) {
      assertEquals(Optional.of(new TarEntry(name, false, content.length)), reader.next());
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      reader.copy(read);
      assertArrayEquals(content, read.toByteArray());
    }
    assertEquals(Optional.empty(), reader.next());
  }

  @Property(tries = 200)
  void shouldNoticeEveryCutBeforeTheEnd(
      @ForAll byte @Size(max = 2000) [] content, @ForAll @IntRange(max = 2000) int at) {
    byte[] whole = new TarBytes().file("a", content).plain();
    byte[] cut = Arrays.copyOf(whole, Math.min(at, whole.length - 2 * TarHeader.SIZE));
    assertThrows(EOFException.class, () -> readAll(cut));
  }

  @Property(tries = 300)
  void shouldEndInASentenceWhateverTheBytes(
      @ForAll @IntRange(max = 1500) int at, @ForAll byte value, @ForAll boolean pax)
      throws IOException {
    TarBytes tar = pax ? new TarBytes().pax("path", "b") : new TarBytes().longName("b");
    byte[] bytes = tar.file("a", "content").plain();
    bytes[at] = value;
    try {
      readAll(bytes);
    } catch (TarException | EOFException e) {
      assertEquals('.', e.getMessage().charAt(e.getMessage().length() - 1));
    }
  }

  private static void readAll(byte[] bytes) throws IOException {
    TarReader reader = reader(bytes);
    for (Optional<TarEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
      reader.copy(new ByteArrayOutputStream());
    }
  }
}
