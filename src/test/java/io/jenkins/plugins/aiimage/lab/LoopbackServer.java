package io.jenkins.plugins.aiimage.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Serves files over HTTP on a port of loopback, with faults. A server of the JDK would not let a
 * response end in the wrong place.
 */
final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final int port;
  private ServerSocket listening;
  private Thread accepting;
  private Socket placeholder = new Socket();

  /** A fault of some paths; {@code left} counts the requests that it still hits. */
  private static final class Trouble {
    private final Predicate<String> paths;
    private final Fault fault;
    private int left;

    Trouble(Predicate<String> paths, Fault fault, int requests) {
      this.paths = paths;
      this.fault = fault;
      this.left = requests;
    }
  }

  LoopbackServer() {
    listening = listen(0);
    port = listening.getLocalPort();
    accepting = start(() -> accept(listening));
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  void serve(String path, byte[] content) {
    files.put(path, content.clone());
  }

  /** The next requests of a path go wrong, however many they are. */
  void spoil(String path, Fault fault) {
    spoil(path, fault, Integer.MAX_VALUE);
  }

  /** So many requests of a path go wrong. */
  synchronized void spoil(String path, Fault fault, int number) {
    troubles.add(new Trouble(path::equals, fault, number));
  }

  /** Whatever is asked for goes wrong, files that are not there too. */
  synchronized void spoilAll(Fault fault) {
    troubles.add(new Trouble(path -> true, fault, Integer.MAX_VALUE));
  }

  /** From now on connections are refused. */
  synchronized void refuse() {
    stopListening();
    try {
      placeholder = new Socket();
      placeholder.setReuseAddress(true);
      placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      // Connections that are still open keep the port from others as well.
      return;
    }
  }

  private synchronized void stopListening() {
    try {
      listening.close();
      // As long as a thread waits in it, the kernel goes on taking connections.
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on everything is answered as it should be. */
  synchronized void mend() {
    troubles.clear();
    if (listening.isClosed()) {
      release();
      ServerSocket again = listen(port);
      listening = again;
      accepting = start(() -> accept(again));
    }
  }

  private void release() {
    try {
      placeholder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths that were asked for, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    stopListening();
    release();
    for (Socket connection : connections) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket own) {
    try {
      while (true) {
        Socket connection = own.accept();
        connections.add(connection);
        Thread unused = start(() -> answer(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      Optional<String> path = path(connection.getInputStream());
      if (path.isPresent()) {
        requests.add(path.get());
        new Reply(connection, path.get())
            .send(Optional.ofNullable(files.get(path.get())), trouble(path.get()));
      }
    } catch (IOException e) {
      // The client has gone.
    } finally {
      connections.remove(connection);
    }
  }

  private synchronized Optional<Fault> trouble(String path) {
    for (Trouble trouble : troubles) {
      if (trouble.paths.test(path) && trouble.left > 0) {
        trouble.left--;
        return Optional.of(trouble.fault);
      }
    }
    return Optional.empty();
  }

  /** The path of the request, whose head is read to its end; empty if none came. */
  private static Optional<String> path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      head.append((char) c);
    }
    String[] words = head.substring(0, head.indexOf("\r\n")).split(" ", -1);
    return words.length == 3
        ? Optional.of(
            new String(words[1].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "loopback-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
