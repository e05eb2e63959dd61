package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsIT {
  @TempDir Path folder;

  @Test
  void shouldReportACertificateThatNobodyVouchesFor() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Certificate.selfSigned(folder).server()));
    server.start();
    try {
      Registry registry =
          Fixtures.registry("https://localhost:" + server.getAddress().getPort(), Credentials.NONE);
      assertKind(Kind.UNTRUSTED, registry::ping);
    } finally {
      server.stop(0);
    }
  }
}
