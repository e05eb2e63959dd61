package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands on loopback before a real registry and misbehaves as it is told; whatever no rule is for,
 * it passes on. The registry's own redirects and upload addresses lead back here, because the
 * request's {@code Host} goes through.
 */
public final class FaultyRegistry implements AutoCloseable {
  private final ServerSocket server;
  private final InetSocketAddress behind;
  private final boolean tls;
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Fault guard = Exchange::pass;

  private FaultyRegistry(String behind, ServerSocketFactory sockets, boolean tls) {
    URI address = URI.create("http://" + behind);
    this.behind = new InetSocketAddress(address.getHost(), address.getPort());
    this.tls = tls;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public static FaultyRegistry before(RegistryProcess real) {
    return before(real.address());
  }

  /**
   * Opens it on a free port.
   *
   * @param address HOST:PORT of the real one
   */
  public static FaultyRegistry before(String address) {
    return new FaultyRegistry(address, ServerSocketFactory.getDefault(), false);
  }

  /** The same by HTTPS. */
  public static FaultyRegistry before(RegistryProcess real, SSLContext certificate) {
    return new FaultyRegistry(real.address(), certificate.getServerSocketFactory(), true);
  }

  /** Lets only those in whom the guard does; rules come before it. */
  public FaultyRegistry guardedBy(TokenGuard newGuard) {
    guard = newGuard;
    return this;
  }

  /**
   * Begins a rule, which holds once it has been told what to do. The first rule that matches
   * counts.
   *
   * @param method such as {@code PUT}, or {@code *}
   * @param part of the path, the query included
   */
  public Rule on(String method, String part) {
    return new Rule(
        exchange ->
            (method.equals("*") || method.equals(exchange.method()))
                && exchange.path().contains(part));
  }

  /** From now on everything is as it should be. */
  public void mend() {
    rules.clear();
  }

  /** {@code 127.0.0.1:PORT}. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Its address with the scheme. */
  public String url() {
    return (tls ? "https://" : "http://") + address();
  }

  public RegistryHost host() {
    return RegistryHost.parse(url());
  }

  /** All requests so far, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Those of a method whose path has this part. */
  public List<Asked> asked(String method, String part) {
    return asked.stream()
        .filter(request -> request.method().equals(method) && request.path().contains(part))
        .toList();
  }

  /** The bytes of requests' bodies. */
  public long received(String method, String part) {
    return asked(method, part).stream().mapToLong(Asked::received).sum();
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
      while (true) {
        Exchange exchange = Exchange.read(socket, new Exchange.Place(behind, tls, closed));
        asked.add(exchange.asked());
        fault(exchange).answer(exchange);
        if (!exchange.mayGoOn()) {
          return;
        }
      }
    } catch (IOException e) {
      // One of the two has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(socket);
    }
  }

  private Fault fault(Exchange exchange) {
    for (Rule rule : rules) {
      if (rule.takes(exchange)) {
        return rule.fault;
      }
    }
    return guard;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "faulty-registry");
    thread.setDaemon(true);
    thread.start();
  }

  /** For which requests what happens. */
  public final class Rule {
    private final Predicate<Exchange> requests;
    private int passed;
    private int left = Integer.MAX_VALUE;
    private Fault fault = Exchange::pass;

    private Rule(Predicate<Exchange> requests) {
      this.requests = requests;
    }

    /** Lets so many pass first. */
    public Rule after(int number) {
      passed = number;
      return this;
    }

    /** Holds for so many only. */
    public Rule times(int number) {
      left = number;
      return this;
    }

    /** Answers so instead of the registry. */
    public FaultyRegistry answer(int status, String... headers) {
      return does(Fault.status(status, headers));
    }

    public FaultyRegistry does(Fault newFault) {
      fault = newFault;
      rules.add(this);
      return FaultyRegistry.this;
    }

    private synchronized boolean takes(Exchange exchange) {
      if (left == 0 || !requests.test(exchange)) {
        return false;
      }
      if (passed > 0) {
        passed--;
        return false;
      }
      left--;
      return true;
    }
  }
}
