package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final Map<String, String> BOTH =
      Map.of("HTTP_PROXY", "http://127.0.0.1:3128", "https_proxy", "127.0.0.1:3129");

  @Test
  void shouldTakeTheProxyOfTheScheme() throws Exception {
    assertEquals(3128, port(of(BOTH, "http://x.io/v2/")));
    assertEquals(3129, port(of(BOTH, "https://x.io/v2/")));
    assertEquals(Proxy.NO_PROXY, of(Map.of(), "https://x.io/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:5000/", "http://127.0.0.9/", "http://[::1]:5000/"})
  void shouldReachThisMachineDirectly(String address) throws Exception {
    assertEquals(Proxy.NO_PROXY, of(BOTH, address));
  }

  @ParameterizedTest
  @CsvSource({
    "'a, lan ,b', true",
    ".lan, true",
    "*.lan, true",
    "registry.lan, true",
    "REGISTRY.LAN:5000, true",
    "*, true",
    "an, false",
    "other.lan, false",
    "registry.lan:5001, false",
    "',', false",
  })
  void shouldHonourExemptions(String noProxy, boolean exempt) throws Exception {
    Map<String, String> environment =
        Map.of("http_proxy", "http://127.0.0.1:3128", "NO_PROXY", noProxy);

    assertEquals(exempt, of(environment, "http://registry.lan:5000/").equals(Proxy.NO_PROXY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:wonderland@proxy:1", "socks5://proxy:1", "http://", "a b"})
  void shouldReportAProxyThatItCannotUse(String proxy) {
    RegistryException failure =
        assertKind(
            Kind.UNREACHABLE, () -> of(Map.of("https_proxy", proxy), "https://registry.lan/"));
    assertFalse(failure.getMessage().contains("wonderland"));
  }

  private static Proxy of(Map<String, String> environment, String address)
      throws RegistryException {
    return new Proxies(environment).of(URI.create(address));
  }

  private static int port(Proxy proxy) {
    return ((InetSocketAddress) proxy.address()).getPort();
  }
}
