package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.aiimage.lab.Fault.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private static final int IMPATIENT_MS = 100;
  private static final int PATIENT_MS = 30_000;

  private final LoopbackServer server = new LoopbackServer();
  private final byte[] content = "0123456789".repeat(100).getBytes(StandardCharsets.UTF_8);
  private int patience = PATIENT_MS;

  @BeforeEach
  void serve() {
    server.serve("/file", content);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpURLConnection ask(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(server.url(path)).openConnection();
    connection.setReadTimeout(patience);
    return connection;
  }

  private byte[] fetch() throws IOException {
    try (InputStream in = ask("/file").getInputStream()) {
      return in.readAllBytes();
    }
  }

  @Test
  void shouldServeItsFilesAndNoteWhatWasAsked() throws IOException {
    assertArrayEquals(content, fetch());
    assertEquals(404, ask("/other").getResponseCode());
    assertEquals(List.of("/file", "/other"), server.requests());
  }

  @Test
  void shouldFailSoManyTimesAndNoMore() throws IOException {
    server.spoil("/file", Fault.tooManyRequests("35.852µs"), 1);
    HttpURLConnection refused = ask("/file");
    assertEquals(429, refused.getResponseCode());
    // The client takes each octet for a character.
    assertEquals("35.852Âµs", refused.getHeaderField("Retry-After"));
    assertArrayEquals(content, fetch());
  }

  @Test
  void shouldSayNothing() {
    patience = IMPATIENT_MS;
    server.spoil("/file", Broken.SILENT);
    assertThrows(SocketTimeoutException.class, this::fetch);
  }

  @Test
  void shouldStopMidway() {
    patience = IMPATIENT_MS;
    server.spoil("/file", Broken.SILENT_MIDWAY);
    assertThrows(SocketTimeoutException.class, this::fetch);
  }

  @Test
  void shouldResetTheConnection() {
    server.spoil("/file", Broken.RESET_MIDWAY);
    assertThrows(SocketException.class, this::fetch);
  }

  @Test
  void shouldSendLessThanItPromised() throws IOException {
    server.spoil("/file", Broken.CUT_SHORT);
    HttpURLConnection cut = ask("/file");
    assertEquals(content.length, cut.getContentLength());
    assertEquals(content.length / 2, cut.getInputStream().readAllBytes().length);
  }

  @Test
  void shouldSendOtherBytes() throws IOException {
    server.spoil("/file", Broken.CORRUPT);
    byte[] sent = fetch();
    assertEquals(content.length, sent.length);
    assertFalse(Arrays.equals(content, sent));
  }

  @Test
  void shouldRefuseConnectionsUntilItIsMended() throws IOException {
    server.refuse();
    assertThrows(ConnectException.class, this::fetch);
    server.mend();
    assertArrayEquals(content, fetch());
  }
}
