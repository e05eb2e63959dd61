package io.jenkins.plugins.aiimage.lab;

import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A recipe of two phases, each of which fetches its file from a server that holds it back until
 * that phase's gate is open.
 */
final class GatedBuild implements AutoCloseable {
  /** Bytes that make a push take a while. */
  private static final int WEIGHT = 15_000_000;

  private final String id = UUID.randomUUID().toString();
  private final LoopbackServer server = new LoopbackServer();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch second = new CountDownLatch(1);
  private final Path context;

  GatedBuild(Path folder) throws IOException {
    serve("one", first);
    serve("two", second);
    context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", dockerfile()));
  }

  private void serve(String name, CountDownLatch gate) {
    server.serve(path(name), name.getBytes(StandardCharsets.UTF_8));
    server.spoil(path(name), new Fault.Held(gate));
  }

  private String path(String name) {
    return "/" + id + "/" + name;
  }

  /** Stands in the command lines of all processes that belong to the build, and in no other. */
  String id() {
    return id;
  }

  void openFirst() {
    first.countDown();
  }

  void openBoth() {
    first.countDown();
    second.countDown();
  }

  /** Whoever asks from now on is answered; whoever waits goes on waiting. */
  void openToNewcomers() {
    server.mend();
  }

  boolean firstBegan() {
    return server.requests().contains(path("one"));
  }

  boolean secondBegan() {
    return server.requests().contains(path("two"));
  }

  /** What the finished image holds in {@code /data/one} and {@code /data/two}. */
  static final String CONTENT = "onetwo";

  /** The command line, without the program. */
  List<String> arguments(String builder, String... more) {
    List<String> words = new ArrayList<>(List.of("prepare", "--context", context.toString()));
    words.addAll(List.of("--image", "it/" + id, "--build-arg", "EXPERIMENT=" + id));
    words.addAll(List.of("--builder", builder, "--network", "host", "--stall-timeout", "20s"));
    words.addAll(List.of(more));
    return words;
  }

  private String dockerfile() {
    return """
        FROM scratch
        ARG EXPERIMENT
        COPY busybox /bin/busybox
        SHELL ["/bin/busybox", "sh", "-c"]
        # phase: one
        RUN busybox mkdir /data && busybox wget -q -O /data/one %s \\
         && busybox head -c %s /dev/urandom >/data/weight-one
        # phase: two
        RUN busybox wget -q -O /data/two %s \\
         && busybox head -c %s /dev/urandom >/data/weight-two
        CMD ["/bin/busybox", "cat", "/data/one", "/data/two"]
        """
        .formatted(server.url(path("one")), WEIGHT, server.url(path("two")), WEIGHT);
  }

  @Override
  public void close() {
    openBoth();
    server.close();
  }
}
