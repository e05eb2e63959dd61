package io.jenkins.plugins.aiimage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of loopback that leads to a registry, but refuses the first uploads. */
final class RefusingWay implements AutoCloseable {
  private static final String REFUSAL =
      "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
          + "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"the quota is used up\"}]}";

  private final ServerSocket server;
  private final String registry;
  private final AtomicInteger refusals;

  RefusingWay(String registry, int refusals) throws IOException {
    this.registry = registry;
    this.refusals = new AtomicInteger(refusals);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    String[] parts = registry.split(":", 2);
    try (client;
        Socket there = new Socket(parts[0], Integer.parseInt(parts[1]))) {
      InputStream in = client.getInputStream();
      byte[] beginning = in.readNBytes(4);
      boolean upload = new String(beginning, StandardCharsets.ISO_8859_1).equals("POST");
      if (upload && refusals.getAndDecrement() > 0) {
        client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      OutputStream out = there.getOutputStream();
      out.write(beginning);
      start(() -> pass(in, out));
      pass(there.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  private static void pass(InputStream in, OutputStream out) {
    try {
      long unused = in.transferTo(out);
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "refusing-way");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
