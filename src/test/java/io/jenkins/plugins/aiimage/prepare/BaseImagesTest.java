package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cli.AnsweringRegistry;
import io.jenkins.plugins.aiimage.prepare.BaseImages.BaseImage;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry answers of a base image, where no engine knows it. */
class BaseImagesTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  @TempDir private Path folder;
  private AnsweringRegistry registry;

  @BeforeEach
  void startRegistry() throws IOException {
    registry = AnsweringRegistry.start(200);
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  private BaseImage resolve(Instant now) throws UseCaseException {
    // No program at all is on this path.
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Machine machine =
        new Machine(
            Map.of(
                "PATH",
                folder.resolve("no-programs").toString(),
                "AI_IMAGE_STATE",
                folder.toString()),
            DockerConfig.of(Map.of("HOME", folder.toString())),
            clock,
            "1");
    return new BaseImages(
            machine,
            machine
                .engines(new Abort())
                .chosen(new EngineChoice("auto", Optional.empty(), Set.of())))
        .resolve(registry.address() + "/python:3");
  }

  @Test
  void shouldAskOnceInTenMinutesForWhatIsThere() throws UseCaseException {
    assertInstanceOf(BaseImage.Known.class, resolve(NOW));
    registry.answer(404);
    assertInstanceOf(BaseImage.Known.class, resolve(NOW.plusSeconds(599)));
    assertEquals(1, registry.requests());
    assertInstanceOf(BaseImage.Absent.class, resolve(NOW.plusSeconds(600)));
  }

  @Test
  void shouldNotRememberThatAnImageIsAbsent() throws UseCaseException {
    registry.answer(404);
    assertEquals(new BaseImage.Absent(registry.address()), resolve(NOW));
    registry.answer(200);
    assertInstanceOf(BaseImage.Known.class, resolve(NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void shouldTakeNoOtherAnswerForAbsence(int status) throws UseCaseException {
    registry.answer(status);
    assertInstanceOf(BaseImage.Unknown.class, resolve(NOW));
    int asked = registry.requests();
    assertInstanceOf(BaseImage.Unknown.class, resolve(NOW.plusSeconds(1)));
    assertEquals(asked, registry.requests());
  }

  @Test
  void shouldReadWhatEarlierVersionsRememberedAsNoAnswer() throws Exception {
    resolve(NOW);
    try (Stream<Path> files = Files.list(folder.resolve("base-images"))) {
      Files.writeString(files.findFirst().orElseThrow(), NOW.toEpochMilli() + " -");
    }
    assertInstanceOf(BaseImage.Unknown.class, resolve(NOW.plusSeconds(1)));
    assertEquals(1, registry.requests());
    assertInstanceOf(BaseImage.Known.class, resolve(NOW.plusSeconds(600)));
  }
}
