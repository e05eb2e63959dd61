package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.usecase.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {
  @TempDir private Path folder;

  private Caches caches(Map<String, List<String>> values) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    Map<String, String> environment = Map.of("AI_IMAGE_STATE", folder.toString());
    Machine machine = Machine.of(environment, Clock.systemUTC(), "test");
    return new Caches(
        new RequestReader(values, folder, Parameter::option).read(),
        machine,
        machine.engines(new Abort()));
  }

  @Test
  void shouldKeepTheOrderAndTheNameOfTheRepository() throws Exception {
    Caches caches =
        caches(
            Map.of(
                "image", List.of("team/app"),
                "registry", List.of("a.example.com"),
                "cacheFrom", List.of("c.example.com", "b.example.com:5000")));
    assertEquals("a.example.com/team/app", caches.first().repository());
    assertEquals(
        List.of("c.example.com/team/app", "b.example.com:5000/team/app"),
        caches.further().stream().map(RegistryCache::repository).toList());
  }

  @Test
  void shouldTellTheEngineOfEveryRegistryWithoutTls() throws Exception {
    Caches caches =
        caches(
            Map.of(
                "registry", List.of("a.example.com"),
                "cacheFrom", List.of("http://b.example.com:5000", "c.example.com", "localhost:5")));
    assertEquals(Set.of("b.example.com:5000", "localhost:5"), caches.chosen().choice().plainHttp());
  }
}
