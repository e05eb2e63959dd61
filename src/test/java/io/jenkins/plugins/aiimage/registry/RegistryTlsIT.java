package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsIT {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  @TempDir Path folder;

  @Test
  void shouldReportACertificateThatNobodyVouchesFor() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(KEYTOOL), "needs the keytool of a JDK");
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.start();
    try {
      Registry registry =
          Fixtures.registry("https://localhost:" + server.getAddress().getPort(), Credentials.NONE);
      assertKind(Kind.UNTRUSTED, registry::ping);
    } finally {
      server.stop(0);
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                KEYTOOL.toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    keytool.waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
