package io.jenkins.plugins.aiimage.build.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Interruption;
import io.jenkins.plugins.aiimage.build.process.Patience;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an engine of the test's own, which says what no engine says on request. */
class EngineApiTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Patience PATIENT = new Patience(LONG, LONG);
  private static final String BEGINNING =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{}\r\n\r\n";

  // Not below the project: the path of a socket may not be longer than about a hundred bytes.
  private final Path folder = newFolder();
  private final Abort abort = new Abort();
  private final List<String> lines = new ArrayList<>();
  private ServerSocketChannel engine;

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(Path.of("/tmp"), "engine");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path socket() {
    return folder.resolve("s");
  }

  @BeforeEach
  void listen() throws IOException {
    engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    engine.bind(UnixDomainSocketAddress.of(socket()));
  }

  @AfterEach
  void stop() throws IOException {
    engine.close();
    Files.deleteIfExists(socket());
    Files.delete(folder);
  }

  /** What the one client asked, once it has gone or the engine has said all and hung up. */
  private CompletableFuture<String> answering(String text, boolean hangUp) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (SocketChannel client = engine.accept()) {
            ByteBuffer asked = ByteBuffer.allocate(4096);
            while (!asText(asked).endsWith("\r\n\r\n")) {
              int unused = client.read(asked);
            }
            String request = asText(asked);
            client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            while (!hangUp && client.read(asked) >= 0) {
              asked.clear();
            }
            return request;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String asText(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate().flip()).toString();
  }

  private Ending post(Patience patience, Consumer<String> listener) throws IOException {
    EngineAddress address = EngineAddress.parse("unix://" + socket()).orElseThrow();
    return new EngineApi(address, abort)
        .post("/images/x/push?tag=1", Map.of("X-Registry-Auth", "e30="), patience, listener);
  }

  @Test
  void shouldAskAndReadToTheEnd() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING + "0\r\n\r\n", false);
    assertEquals(new Ending.Answered(200), post(PATIENT, lines::add));
    assertEquals(List.of("{}"), lines);
    assertEquals(
        String.join(
            "\r\n",
            "POST /images/x/push?tag=1 HTTP/1.1",
            "Host: localhost",
            "X-Registry-Auth: e30=",
            "Content-Length: 0",
            "Connection: close",
            "",
            ""),
        asked.join());
  }

  @Test
  void shouldNoticeAnEngineThatHangsUpHalfWay() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, true);
    assertInstanceOf(Ending.Broken.class, post(PATIENT, lines::add));
    assertEquals(List.of("{}"), lines);
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldLeaveAnEngineThatSaysNoMore() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, false);
    assertEquals(
        new Ending.Interrupted(Interruption.SILENT),
        post(new Patience(LONG, Duration.ofMillis(50)), lines::add));
    // It ends only when the connection does.
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldLeaveAnEngineThatIsNotDoneInTime() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, false);
    assertEquals(
        new Ending.Interrupted(Interruption.OUT_OF_TIME),
        post(new Patience(Duration.ofMillis(50), LONG), lines::add));
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldHangUpWhenTheRunIsAborted() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, false);
    assertEquals(
        new Ending.Interrupted(Interruption.ABORTED), post(PATIENT, line -> abort.request()));
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldHangUpWhenAnotherThreadAborts() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, false);
    assertEquals(
        new Ending.Interrupted(Interruption.ABORTED),
        post(PATIENT, line -> new Thread(abort::request).start()));
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldHangUpWhenItsThreadIsInterrupted() throws IOException {
    CompletableFuture<String> asked = answering(BEGINNING, false);
    Ending ending = post(PATIENT, line -> Thread.currentThread().interrupt());
    assertTrue(Thread.interrupted());
    assertEquals(new Ending.Interrupted(Interruption.ABORTED), ending);
    assertTrue(asked.join().startsWith("POST "));
  }

  @Test
  void shouldSayThatNobodyIsThere() throws IOException {
    engine.close();
    assertThrows(IOException.class, () -> post(PATIENT, lines::add));
  }
}
