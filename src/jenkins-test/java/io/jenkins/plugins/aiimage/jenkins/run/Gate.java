package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds up builds: a RUN instruction that asks it gets no answer until the test opens it. */
final class Gate implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final CountDownLatch open = new CountDownLatch(1);
  private final Semaphore unseen = new Semaphore(0);
  private final AtomicInteger arrivals = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Gate() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          arrivals.incrementAndGet();
          unseen.release();
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** A command for a RUN instruction in the host's network. */
  String command() {
    return "busybox wget -q -O - http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Waits for one more build to come here. */
  void awaitArrival() throws InterruptedException {
    assertTrue(unseen.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "no build came to the gate");
  }

  /** How many builds came here so far. */
  int arrivals() {
    return arrivals.get();
  }

  /** Lets through who waits and who will come. */
  void open() {
    open.countDown();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
