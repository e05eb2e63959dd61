package io.jenkins.plugins.aiimage.build.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A port of loopback that leads to a registry, slowly, and no further than so many bytes. */
final class NarrowWay implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final ServerSocket server;
  private final String registry;
  private final long nanosPerPiece;
  private final AtomicLong left;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  private NarrowWay(String registry, long bytesPerSecond, long bytes) throws IOException {
    this.registry = registry;
    this.nanosPerPiece = PIECE * 1_000_000_000L / bytesPerSecond;
    this.left = new AtomicLong(bytes);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** All arrives, but not faster than that. */
  static NarrowWay slow(String registry, long bytesPerSecond) throws IOException {
    return new NarrowWay(registry, bytesPerSecond, Long.MAX_VALUE);
  }

  /** After so many bytes nothing more is read, and nobody is told. */
  static NarrowWay blockedAfter(String registry, long bytes) throws IOException {
    return new NarrowWay(registry, Long.MAX_VALUE, bytes);
  }

  /** {@code HOST:PORT}. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Whether all who came have gone again. */
  boolean isDeserted() {
    return clients.stream().allMatch(NarrowWay::hasEnded);
  }

  /** What was sent is still to be read, so the end is seen behind it only. */
  private static boolean hasEnded(Socket client) {
    try {
      client.setSoTimeout(1);
      InputStream in = client.getInputStream();
      while (in.read(new byte[PIECE]) >= 0) {
        // More than the buffers of one connection hold does not come.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        clients.add(client);
        String[] parts = registry.split(":", 2);
        Socket there = new Socket(parts[0], Integer.parseInt(parts[1]));
        start(() -> pass(client, there));
        start(() -> answer(there, client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void pass(Socket client, Socket there) {
    try (there) {
      InputStream in = client.getInputStream();
      OutputStream out = there.getOutputStream();
      byte[] piece = new byte[PIECE];
      int size = in.read(piece);
      while (size >= 0) {
        if (left.addAndGet(-size) < 0) {
          closed.await();
          return;
        }
        out.write(piece, 0, size);
        LockSupport.parkNanos(nanosPerPiece * size / PIECE);
        size = in.read(piece);
      }
    } catch (IOException e) {
      // One of the two has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(Socket there, Socket client) {
    try (client) {
      long unused = there.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "narrow-way");
    thread.setDaemon(true);
    thread.start();
  }
}
