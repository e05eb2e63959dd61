package io.jenkins.plugins.aiimage.build.engine.api;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A Docker engine's API, spoken to without a client in between. */
public record EngineApi(EngineAddress address, Abort abort) {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  /**
   * Asks for something and reads what is said of it.
   *
   * @param path of the request, as it is to be sent; without a version it is the engine's own
   * @param lines told of each line of the answer's body, by this thread
   * @throws IOException if the engine cannot be reached; then nothing was asked
   */
  public Ending post(
      String path, Map<String, String> headers, Patience patience, Consumer<String> lines)
      throws IOException {
    StringBuilder more = new StringBuilder();
    headers.forEach((name, value) -> more.append(name + ": " + value + "\r\n"));
    return ask("POST", path, more + "Content-Length: 0\r\n", patience, lines);
  }

  /**
   * Reads something.
   *
   * @param path of the request, as it is to be sent
   * @param lines told of each line of the answer's body, by this thread
   * @throws IOException if the engine cannot be reached
   */
  public Ending get(String path, Patience patience, Consumer<String> lines) throws IOException {
    return ask("GET", path, "", patience, lines);
  }

  private Ending ask(
      String method, String path, String headers, Patience patience, Consumer<String> lines)
      throws IOException {
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + address.host()
            + "\r\n"
            + headers
            + "Connection: close\r\n\r\n";
    byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
    try (Connection connection = Connection.open(address, TO_CONNECT, abort)) {
      return connection.exchange(ByteBuffer.wrap(bytes), new Answer(lines), patience);
    }
  }
}
