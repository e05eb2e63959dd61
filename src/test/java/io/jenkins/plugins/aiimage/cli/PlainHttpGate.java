package io.jenkins.plugins.aiimage.cli;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Hangs up at once on whoever tries TLS. An engine tries it first even on loopback, and waits 10
 * seconds for a server that takes it for the beginning of a request.
 */
final class PlainHttpGate implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket gate;
  private final int behind;

  /** Opens before a port of loopback. */
  PlainHttpGate(int behind) {
    this.behind = behind;
    try {
      gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return gate.getLocalPort();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!gate.isClosed()) {
      try {
        Socket client = gate.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        // It is closed.
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        PushbackInputStream asked = new PushbackInputStream(client.getInputStream())) {
      int first = asked.read();
      if (first < 0 || first == TLS_HANDSHAKE) {
        return;
      }
      asked.unread(first);
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
        start(() -> pass(server, client));
        asked.transferTo(server.getOutputStream());
      }
    } catch (IOException e) {
      // One of the two has hung up.
      return;
    }
  }

  private static void pass(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of the two has hung up.
      return;
    }
  }

  @Override
  public void close() {
    try {
      gate.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
