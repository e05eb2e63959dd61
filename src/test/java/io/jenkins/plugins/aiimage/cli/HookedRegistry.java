package io.jenkins.plugins.aiimage.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real registry; something may happen just before a request gets there. */
final class HookedRegistry implements AutoCloseable {
  private final HttpServer server;
  private final PlainHttpGate gate;
  private final String behind;
  private final Hook hook;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What happens before a request; a status other than 0 is its answer. */
  @FunctionalInterface
  interface Hook {
    /**
     * Comes with each request.
     *
     * @param request its method and path
     * @param before how often the same was asked before
     */
    int before(String request, int before) throws IOException;
  }

  /**
   * Opens it on a free port.
   *
   * @param behind HOST:PORT of the real one
   */
  HookedRegistry(String behind, Hook hook) {
    this.behind = behind;
    this.hook = hook;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    gate = new PlainHttpGate(server.getAddress().getPort());
  }

  /** Methods and paths, in the order in which they came. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  String address() {
    return "127.0.0.1:" + gate.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String request = exchange.getRequestMethod() + " " + path;
      int status = hook.before(request, (int) asked.stream().filter(request::equals).count());
      asked.add(request);
      if (status != 0) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      HttpRequest.Builder forwarded =
          HttpRequest.newBuilder(URI.create("http://" + behind + path))
              .method(exchange.getRequestMethod(), body(exchange));
      for (String name : List.of("Accept", "Authorization", "Content-Type", "Range")) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          forwarded.header(name, value);
        }
      }
      answer(exchange, client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest.BodyPublisher body(HttpExchange exchange) {
    boolean bodiless = List.of("GET", "HEAD", "DELETE").contains(exchange.getRequestMethod());
    return bodiless
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofInputStream(exchange::getRequestBody);
  }

  private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    // Uploads go on here, too.
    answer
        .headers()
        .firstValue("Location")
        .ifPresent(
            value ->
                exchange
                    .getResponseHeaders()
                    .set("Location", value.replace("//" + behind + "/", "//" + address() + "/")));
    for (String name :
        List.of(
            "Content-Type",
            "Docker-Content-Digest",
            "Docker-Upload-UUID",
            "Link",
            "Range",
            "WWW-Authenticate")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      answer
          .headers()
          .firstValue("Content-Length")
          .ifPresent(value -> exchange.getResponseHeaders().set("Content-Length", value));
    }
    exchange.sendResponseHeaders(
        answer.statusCode(), head || answer.body().length == 0 ? -1 : answer.body().length);
    if (!head && answer.body().length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    gate.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
