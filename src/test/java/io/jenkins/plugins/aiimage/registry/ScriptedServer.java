package io.jenkins.plugins.aiimage.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as told, on 127.0.0.1, and notes what it was asked. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** One request as it came. */
  record Asked(
      String method, String uri, Map<String, List<String>> headers, String body, int number) {
    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst();
    }
  }

  /** What to say. */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer of(int status, String... headers) {
      return text(status, "", headers);
    }

    static Answer text(int status, String body, String... headers) {
      Map<String, String> map = new HashMap<>();
      for (int i = 0; i < headers.length; i += 2) {
        map.put(headers[i], headers[i + 1]);
      }
      return new Answer(status, map, body);
    }
  }

  /** What to say to which request. */
  @FunctionalInterface
  interface Script {
    Answer answer(Asked asked);
  }

  ScriptedServer(Script script) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, script));
    server.start();
  }

  /** HOST:PORT. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1),
              asked.size() + 1);
      asked.add(request);
      Answer answer = script.answer(request);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean bodiless = request.method().equals("HEAD") || body.length == 0;
      exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
