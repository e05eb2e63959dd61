package io.jenkins.plugins.aiimage.build.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private final List<String> lines = new ArrayList<>();
  private final Answer answer = new Answer(lines::add);

  private void read(String text) throws ProtocolException {
    answer.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldTellEachLineAsSoonAsItIsThere() throws ProtocolException {
    read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{}\r\n{\"\r\n");
    assertEquals(List.of("{}"), lines);
    assertFalse(answer.isComplete());
  }

  @Test
  void shouldEndWithTheLengthThatWasAnnounced() throws ProtocolException {
    read("HTTP/1.1 404 Not Found\r\ncontent-length: 7\r\n\r\n{\"a\":1}and more");
    assertTrue(answer.isComplete());
    assertEquals(404, answer.status());
    assertEquals(List.of("{\"a\":1}"), lines);
  }

  @Test
  void shouldEndWithTheConnectionWhereNothingWasAnnounced() throws ProtocolException {
    read("HTTP/1.0 200 OK\r\n\r\n{}\n{\"a\"");
    assertFalse(answer.isComplete());
    answer.end();
    assertEquals(List.of("{}", "{\"a\""), lines);
  }

  @Test
  void shouldPassOverInterimAnswers() throws ProtocolException {
    read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
    assertEquals(204, answer.status());
    assertTrue(answer.isComplete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 ok\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}{}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
      })
  void shouldRefuseWhatIsNoAnswer(String text) {
    assertThrows(ProtocolException.class, () -> read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
      })
  void shouldRefuseHalfAnAnswer(String text) throws ProtocolException {
    read(text);
    assertThrows(ProtocolException.class, answer::end);
  }

  @Test
  void shouldNotReadALineWithoutAnEndIntoMemory() {
    assertThrows(
        ProtocolException.class, () -> read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1 << 21)));
  }
}
