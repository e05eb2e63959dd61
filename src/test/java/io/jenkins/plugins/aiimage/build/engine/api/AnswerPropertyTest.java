package io.jenkins.plugins.aiimage.build.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnswerPropertyTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("{", "}", "\"", "a", "é", "€", "\uD83D\uDC33", " ")
        .list()
        .ofMaxSize(40)
        .map(parts -> "x" + String.join("", parts) + "x")
        .list()
        .ofMaxSize(12);
  }

  @Property
  void shouldGiveTheSameLinesHoweverTheyAreChunkedAndArrive(
      @ForAll("lines") List<String> lines, @ForAll Random random) throws ProtocolException {
    byte[] sent = chunked(String.join("\r\n", lines) + "\r\n", random);
    List<String> heard = new ArrayList<>();
    Answer answer = new Answer(heard::add);
    int at = 0;
    while (at < sent.length) {
      assertFalse(answer.isComplete());
      int size = 1 + random.nextInt(Math.min(50, sent.length - at));
      answer.read(ByteBuffer.wrap(sent, at, Math.min(size, sent.length - at)));
      at += size;
    }
    assertTrue(answer.isComplete());
    assertEquals(200, answer.status());
    assertEquals(lines, heard);
  }

  @Property
  void shouldNeverTakeHalfAnAnswerForAWholeOne(
      @ForAll("lines") List<String> lines, @ForAll Random random) throws ProtocolException {
    byte[] sent = chunked(String.join("\n", lines), random);
    Answer answer = new Answer(line -> {});
    answer.read(ByteBuffer.wrap(sent, 0, random.nextInt(sent.length)));
    assertFalse(answer.isComplete());
    assertThrows(ProtocolException.class, answer::end);
  }

  @Property
  void shouldEndInAnAnswerOrAProtocolErrorWhateverComes(@ForAll byte[] body) {
    Answer answer = new Answer(line -> {});
    try {
      answer.read(ByteBuffer.wrap(HEAD.getBytes(StandardCharsets.ISO_8859_1)));
      answer.read(ByteBuffer.wrap(body));
    } catch (ProtocolException e) {
      assertFalse(answer.isComplete());
    }
  }

  private static byte[] chunked(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEAD.getBytes(StandardCharsets.ISO_8859_1));
    int at = 0;
    while (at < bytes.length) {
      int size = Math.min(1 + random.nextInt(40), bytes.length - at);
      String hex = Integer.toHexString(size);
      String line = (random.nextBoolean() ? "0" + hex : hex.toUpperCase(Locale.ROOT));
      line += random.nextBoolean() ? ";name=value\r\n" : "\r\n";
      out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
      out.write(bytes, at, size);
      out.writeBytes(new byte[] {'\r', '\n'});
      at += size;
    }
    String end = random.nextBoolean() ? "0\r\n\r\n" : "0\r\nA: b\r\nC: d\r\n\r\n";
    out.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
