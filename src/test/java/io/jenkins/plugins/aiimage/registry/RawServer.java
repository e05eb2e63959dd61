package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that may break the protocol: it writes bytes and closes when told. */
final class RawServer implements AutoCloseable {
  /** A TLS client's first byte: it sends no blank line to wait for. */
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket server;
  private final Talk talk;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** What to do with one connection, whose first request has been read up to its blank line. */
  @FunctionalInterface
  interface Talk {
    void answer(int connection, OutputStream out) throws IOException, InterruptedException;
  }

  RawServer(Talk talk) {
    this.talk = talk;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** Writes one byte after the other, with a pause between two, until the server is closed. */
  void drip(OutputStream out, String endless, long pauseMillis)
      throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      out.write(endless.charAt(i % endless.length()));
      out.flush();
      if (closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  /** Says nothing until the server is closed. */
  void silence() throws InterruptedException {
    closed.await();
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      readHead(socket.getInputStream());
      talk.answer(connections.incrementAndGet(), socket.getOutputStream());
    } catch (IOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int last = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      last = (last << 8) | c;
      if (last == 0x0d0a0d0a || c == TLS_HANDSHAKE) {
        return;
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }
}
