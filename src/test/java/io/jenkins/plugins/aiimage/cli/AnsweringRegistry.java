package io.jenkins.plugins.aiimage.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry on loopback that gives every request the same answer, and counts. */
public final class AnsweringRegistry implements AutoCloseable {
  private static final String DIGEST = "sha256:" + "1".repeat(64);

  private final HttpServer server;
  private final AtomicInteger status;
  private final AtomicInteger requests = new AtomicInteger();

  private AnsweringRegistry(HttpServer server, int status) {
    this.server = server;
    this.status = new AtomicInteger(status);
  }

  public static AnsweringRegistry start(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AnsweringRegistry registry = new AnsweringRegistry(server, status);
    server.createContext(
        "/v2/",
        exchange -> {
          registry.requests.incrementAndGet();
          int code = registry.status.get();
          if (code == 200) {
            exchange
                .getResponseHeaders()
                .set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
            exchange.getResponseHeaders().set("Docker-Content-Digest", DIGEST);
            exchange.getResponseHeaders().set("Content-Length", "2");
          }
          exchange.sendResponseHeaders(code, -1);
          exchange.close();
        });
    server.start();
    return registry;
  }

  /** From now on. */
  public void answer(int code) {
    status.set(code);
  }

  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
