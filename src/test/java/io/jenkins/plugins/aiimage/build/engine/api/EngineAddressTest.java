package io.jenkins.plugins.aiimage.build.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
  @Test
  void shouldKnowASocketOfThisMachine() {
    assertEquals(
        Optional.of(UnixDomainSocketAddress.of("/run/docker.sock")),
        EngineAddress.parse("unix:///run/docker.sock").map(EngineAddress::socket));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://engine:2376, engine, 2376",
    "tcp://10.0.0.1, 10.0.0.1, 2375",
    "tcp://[::1]:99/, [::1], 99"
  })
  void shouldKnowATcpPort(String text, String host, int port) {
    EngineAddress address = EngineAddress.parse(text).orElseThrow();
    assertEquals(InetSocketAddress.createUnresolved(host, port), address.socket());
    assertEquals(host + ":" + port, address.host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://user@host", "npipe:////./pipe/docker_engine", "unix://", "tcp://", "tcp://a b",
        "tcp://host/path", "tcp://user@host", "host:2375", "", "tcp://host:99999"
      })
  void shouldLeaveAnyOtherToTheClient(String text) {
    assertEquals(Optional.empty(), EngineAddress.parse(text));
  }
}
