package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real registry (CNCF distribution, Debian's docker-registry) on a free loopback port, for as
 * long as it is open.
 */
public final class RegistryProcess implements AutoCloseable {
  public static final String USER = "tester";
  public static final String PASSWORD = "correct horse";

  private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");

  /** Made once by bcrypt from {@link #PASSWORD}: the registry takes no other kind. */
  private static final String HTPASSWD =
      USER + ":$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2\n";

  private final Process process;
  private final int port;
  private final Path storage;

  private RegistryProcess(Process process, int port, Path storage) {
    this.process = process;
    this.port = port;
    this.storage = storage;
  }

  /** Lets anybody in. The test is skipped where the program is not installed. */
  public static RegistryProcess open(Path folder) {
    return start(folder, "", true);
  }

  /** Lets anybody in and deletes nothing, as a registry does unless it is told otherwise. */
  public static RegistryProcess withoutDeletion(Path folder) {
    return start(folder, "", false);
  }

  /** Lets only {@link #USER} in, by Basic authentication. */
  public static RegistryProcess withPassword(Path folder) {
    try {
      Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
      return start(
          folder, "auth:\n  htpasswd:\n    realm: test\n    path: " + passwords + "\n", true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code localhost:PORT}. */
  public String address() {
    return "localhost:" + port;
  }

  /** The file that keeps a blob's bytes. */
  public Path blob(Digest digest) {
    String hex = digest.hex();
    return storage.resolve(
        "docker/registry/v2/blobs/sha256/" + hex.substring(0, 2) + "/" + hex + "/data");
  }

  public RegistryHost host() {
    return RegistryHost.parse(address());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static RegistryProcess start(Path folder, String auth, boolean deletes) {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "needs " + PROGRAM + ": apt-get install docker-registry");
    try {
      int port = freePort();
      Path config =
          Files.writeString(folder.resolve("registry.yml"), config(folder, port, deletes) + auth);
      Process process =
          new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("registry.log").toFile())
              .start();
      RegistryProcess registry = new RegistryProcess(process, port, folder.resolve("storage"));
      registry.awaitReady();
      return registry;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("The registry did not start.", e);
    }
  }

  private static String config(Path folder, int port, boolean deletes) {
    return """
        version: 0.1
        log:
          level: error
          accesslog:
            disabled: true
        storage:
          filesystem:
            rootdirectory: %s
          delete:
            enabled: %s
        http:
          addr: localhost:%d
        """
        .formatted(folder.resolve("storage"), deletes, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    for (int attempt = 0; attempt < 400; attempt++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        // Waiting on the process notices at once when it dies.
        if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(
              "The registry ended with exit code " + process.exitValue() + ".", e);
        }
      }
    }
    close();
    throw new IllegalStateException("The registry took no connection within 10 seconds.");
  }
}
