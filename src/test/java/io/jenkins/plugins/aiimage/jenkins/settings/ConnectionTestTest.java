package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTestTest {
  private static final Optional<RegistryLogin> NOBODY = Optional.empty();

  private HttpServer server;
  private boolean open;
  private String address;
  private Optional<RegistryLogin> jane;

  @BeforeEach
  void startRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "127.0.0.1:" + server.getAddress().getPort();
    RegistryLogin login = new RegistryLogin(address, "jane", "hunter2");
    jane = Optional.of(login);
    server.createContext(
        "/v2/",
        exchange -> {
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          boolean welcome = open || ("Basic " + login.token()).equals(given);
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
          exchange.sendResponseHeaders(welcome ? 200 : 401, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopRegistry() {
    server.stop(0);
  }

  @Test
  void shouldSayWhoIsLetIn() {
    assertEquals(
        new ConnectionTest(true, address + " answers; it lets you in as jane."),
        ConnectionTest.of(address, jane));
  }

  @Test
  void shouldSayThatTheRegistryAsksNobody() {
    open = true;

    assertEquals(
        new ConnectionTest(true, address + " answers; it lets you in without credentials."),
        ConnectionTest.of(address, NOBODY));
    assertEquals(
        new ConnectionTest(
            true, address + " answers; it lets you in without asking for the credentials."),
        ConnectionTest.of(address, jane));
  }

  @Test
  void shouldSayWhatIsWrongWithoutThePassword() {
    RegistryLogin stranger = new RegistryLogin(address, "jane", "geheim");

    for (ConnectionTest test :
        new ConnectionTest[] {
          ConnectionTest.of(address, Optional.of(stranger)), ConnectionTest.of(address, NOBODY)
        }) {
      assertFalse(test.succeeded());
      assertTrue(test.sentence().contains(address), test::sentence);
      assertFalse(test.sentence().contains("geheim"), test::sentence);
    }
  }

  @Test
  void shouldSayThatThereIsNothingToAsk() {
    assertFalse(ConnectionTest.of("", NOBODY).succeeded());
    assertFalse(ConnectionTest.of("a/path", NOBODY).succeeded());
  }
}
