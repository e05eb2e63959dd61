package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.MANIFEST;
import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static io.jenkins.plugins.aiimage.registry.Fixtures.impatient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RawServer.Talk;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults below HTTP. That each of these tests ends is half of what it proves. */
@Timeout(30)
class TransportTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: " + MediaTypes.OCI_MANIFEST + "\r\n";
  private static final String BODY = new String(MANIFEST.bytes(), StandardCharsets.UTF_8);

  private RawServer server;

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldReportThatNobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertKind(Kind.UNREACHABLE, () -> repository("127.0.0.1:" + port).head("1"));
  }

  @Test
  void shouldReportAnUnknownName() {
    assertKind(Kind.UNREACHABLE, () -> repository("http://no-such-host.invalid").head("1"));
  }

  @Test
  void shouldReportAServerWithoutTls() {
    String address =
        "https://" + talking((n, out) -> RawServer.write(out, "HTTP/1.1 400 No\r\n\r\n"));
    Registry patient = Fixtures.registry(address, Credentials.NONE);

    RegistryException failure = assertKind(Kind.UNREACHABLE, patient::ping);
    assertTrue(failure.getMessage().contains("http://"), failure.getMessage());
  }

  @Test
  void shouldTimeOutWhereNoAnswerComes() {
    String address = talking((n, out) -> server.silence());

    assertKind(Kind.TIMED_OUT, () -> repository(address).head("1"));
    assertKind(Kind.TIMED_OUT, () -> repository(address).put("1", MANIFEST));
  }

  @Test
  void shouldTimeOutWhereTheHeadersDrip() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, HEAD);
              server.drip(out, "X-A: b\r\n", 20);
            });

    assertKind(Kind.TIMED_OUT, () -> repository(address).head("1"));
  }

  @Test
  void shouldTimeOutWhereTheBodyDrips() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, HEAD + "Content-Length: 100000\r\n\r\n");
              server.drip(out, " ", 20);
            });

    assertKind(Kind.TIMED_OUT, () -> repository(address).get("1"));
  }

  @Test
  void shouldTimeOutWhereTheChunksDrip() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n");
              server.drip(out, "1\r\n \r\n", 20);
            });

    assertKind(Kind.TIMED_OUT, () -> repository(address).get("1"));
  }

  @Test
  void shouldTimeOutWhereTheBodyStops() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\n{");
              server.silence();
            });

    assertKind(Kind.TIMED_OUT, () -> repository(address).get("1"));
  }

  @Test
  void shouldTimeOutWhereABlobStops() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\n{");
              server.silence();
            });

    assertKind(Kind.TIMED_OUT, () -> repository(address).blobs().get(blob(1000)));
  }

  @Test
  void shouldReportAnErrorWhoseBodyDrips() {
    String address =
        talking(
            (n, out) -> {
              RawServer.write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 100000\r\n\r\n");
              server.drip(out, " ", 20);
            });

    assertKind(Kind.SERVER_ERROR, () -> repository(address).get("1"));
  }

  @Test
  void shouldTimeOutWhereAnUploadIsNotTaken() {
    String address =
        talking(
            (n, out) -> {
              if (n == 1) {
                RawServer.write(
                    out, "HTTP/1.1 202 Ok\r\nLocation: /u\r\nConnection: close\r\n\r\n");
              } else {
                server.silence();
              }
            });

    assertKind(
        Kind.TIMED_OUT,
        () -> repository(address).blobs().upload(blob(1L << 30), TransportTest::zeros));
  }

  @Test
  void shouldReportHalfABody() {
    String address =
        talking((n, out) -> RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\n" + BODY));

    assertKind(Kind.PROTOCOL, () -> repository(address).get("1"));
  }

  @Test
  void shouldReportHalfAChunkedBody() {
    String address =
        talking(
            (n, out) ->
                RawServer.write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + BODY));

    assertKind(Kind.PROTOCOL, () -> repository(address).get("1"));
  }

  @Test
  void shouldReportGarbage() {
    String address = talking((n, out) -> RawServer.write(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n"));

    assertKind(Kind.PROTOCOL, () -> repository(address).head("1"));
  }

  @Test
  void shouldReportAConnectionThatClosesWithoutAnAnswer() {
    String address = talking((n, out) -> {});

    RegistryException failure = assertKind(Kind.UNREACHABLE, () -> repository(address).head("1"));
    assertTrue(failure.isPassing());
  }

  @Test
  void shouldGoOnWithADownloadThatBroke() throws Exception {
    byte[] content = "0123456789".getBytes(StandardCharsets.UTF_8);
    String address =
        talking(
            (n, out) ->
                RawServer.write(
                    out,
                    n == 1
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123"
                        : "HTTP/1.1 206 Part\r\nContent-Range: bytes 4-9/10\r\n"
                            + "Content-Length: 6\r\n\r\n456789"));

    byte[] got = download(address, content);

    assertEquals("0123456789", new String(got, StandardCharsets.UTF_8));
    assertEquals(2, server.connections());
  }

  @Test
  void shouldGoOnWithADownloadWhereRangesAreUnknown() throws Exception {
    byte[] content = "0123456789".getBytes(StandardCharsets.UTF_8);
    String address =
        talking(
            (n, out) ->
                RawServer.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\n"
                        + (n == 1 ? "0123" : "0123456789")));

    assertEquals("0123456789", new String(download(address, content), StandardCharsets.UTF_8));
  }

  @Test
  void shouldNotTakeMoreThanABlobsSize() {
    byte[] content = "0123456789".getBytes(StandardCharsets.UTF_8);
    String address =
        talking(
            (n, out) ->
                RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n0123456789a"));

    assertKind(Kind.PROTOCOL, () -> download(address, content));
  }

  @Test
  void shouldNotTakeATamperedBlob() {
    byte[] content = "0123456789".getBytes(StandardCharsets.UTF_8);
    String address =
        talking(
            (n, out) ->
                RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012345678x"));

    assertKind(Kind.PROTOCOL, () -> download(address, content));
  }

  private static byte[] download(String address, byte[] content) throws RegistryException {
    return Fixtures.registry(address, Credentials.NONE)
        .repository("ai/app")
        .blobs()
        .get(Descriptor.of("x", content));
  }

  private static Descriptor blob(long size) {
    return new Descriptor("x", Digest.of(new byte[0]), size);
  }

  private static void zeros(OutputStream to) throws IOException {
    byte[] chunk = new byte[1 << 16];
    for (long left = 1L << 30; left > 0; left -= chunk.length) {
      to.write(chunk);
    }
  }

  private static Repository repository(String address) {
    return impatient(address).repository("ai/app");
  }

  private String talking(Talk talk) {
    server = new RawServer(talk);
    return server.address();
  }
}
