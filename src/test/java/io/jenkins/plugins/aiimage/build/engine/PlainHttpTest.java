package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHttpTest {
  private static final PlainHttp PLAIN = new PlainHttp(Set.of("lan:5000"));

  @TempDir private Path folder;

  private Map<String, String> using(String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("users.conf"), configuration);
    return Map.of("CONTAINERS_REGISTRIES_CONF", file.toString());
  }

  private String written(String dockerfile, String configuration) throws IOException {
    Map<String, String> more = PLAIN.environment(dockerfile, folder, using(configuration));
    return more.isEmpty() ? "" : Files.readString(Path.of(more.get("CONTAINERS_REGISTRIES_CONF")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:5000/x:1", "localhost:5000/a/b@sha256:", "lan:5000/x", "[::1]:5000/x"})
  void shouldSendWithoutTlsToLoopbackAndToWhereTheAuthorSaysSo(String name) {
    String whole = name.endsWith("sha256:") ? name + "0".repeat(64) : name;
    assertEquals(List.of("--tls-verify=false"), PLAIN.options(whole));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python:3.11", "ghcr.io/a/b:1", "lan:5001/x", "127.example.org/x", "a/b"})
  void shouldSendWithTlsToAllOthers(String name) {
    assertEquals(List.of(), PLAIN.options(name));
  }

  @Test
  void shouldListTheRegistriesWithoutTlsThatTheDockerfileNamesAfterTheUsersOwnWords()
      throws IOException {
    assertEquals(
        """
        unqualified-search-registries = ["docker.io"]

        [[registry]]
        location = "lan:5000"
        insecure = true

        [[registry]]
        location = "127.0.0.1:41579"
        insecure = true
        """,
        written(
            "FROM 127.0.0.1:41579/pe/base:1\nCOPY --from=lan:5000/x /a /b\nFROM python:3.11\n",
            "unqualified-search-registries = [\"docker.io\"]\n"));
  }

  @Test
  void shouldLeaveTheUsersOwnConfigurationAloneWhereItSaysAll() throws IOException {
    assertEquals("", written("FROM python:3.11\nRUN curl http://127.0.0.1:80\n", ""));
    String known = "[[registry]]\nlocation = \"lan:5000\"\n";
    assertEquals("", written("FROM lan:5000/x\n", known));
    assertEquals("", written("FROM lan:5000/x\n", "[registries.insecure]\nregistries = []\n"));
  }

  @Test
  void shouldTakeNoPartOfAnotherNameForLoopback() throws IOException {
    String text = written("FROM my-localhost:5000/x\nFROM x127.0.0.1:5000/y\n", "");
    assertEquals("", text);
    assertTrue(written("FROM localhost:5000/x\n", "").contains("\"localhost:5000\""));
    assertFalse(written("FROM localhost/x\n", "").contains("5000"));
  }
}
