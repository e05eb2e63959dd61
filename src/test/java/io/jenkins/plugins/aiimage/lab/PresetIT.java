package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.preset.Preset;
import io.jenkins.plugins.aiimage.preset.Presets;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preset with an index of small packages and a base image of the lab. */
class PresetIT {
  private static final String TORCH = "2.9.1";

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private String base;
  private IndexServer torch;
  private IndexServer others;

  @BeforeEach
  void openIndexes() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    base = System.getenv("AI_IMAGE_TEST_PYTHON");
    assumeTrue(base != null, "no Python image: bin/lab run --python");
    String id = UUID.randomUUID().toString();
    torch = new IndexServer(id).offer(Wheel.of("torch", TORCH));
    others = new IndexServer(id).offer(Wheel.of("extra", "1.0"));
    Preset preset = Presets.named(Presets.USUAL).orElseThrow();
    for (String file : preset.files()) {
      if (file.startsWith("requirements")) {
        for (String line :
            new String(preset.content(file), StandardCharsets.UTF_8).lines().toList()) {
          String[] pin = line.split("==", 2);
          others.offer(Wheel.of(pin[0], pin[1]));
        }
      }
    }
  }

  @AfterEach
  void close() {
    if (torch != null) {
      torch.close();
      others.close();
    }
  }

  private Said prepare(String workspace, String... more) throws IOException {
    Path here = Files.createDirectories(folder.resolve(workspace));
    List<String> words = new ArrayList<>(List.of("prepare", "--image=" + image));
    words.addAll(List.of("--build-arg=BASE=" + base, "--network=host"));
    words.add("--build-arg=TORCH_INDEX_URL=" + torch.url());
    words.add("--build-arg=PIP_INDEX_URL=" + others.url());
    words.addAll(List.of("--registry=" + lab.registry(), "--report=" + here.resolve("r.json")));
    words.addAll(List.of(more));
    return lab.aiImage(words.toArray(String[]::new));
  }

  private RunReport prepared(String workspace, String... more) throws IOException {
    Said said = prepare(workspace, more);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    assertTrue(said.out().contains("  preset ai-processor\n"), said.out());
    return ReportJson.read(Files.readString(folder.resolve(workspace).resolve("r.json")));
  }

  private String python(RunReport report, String program) {
    lab.docker("pull", "--quiet", report.image().reference().orElseThrow());
    return lab.docker(
        "run", "--rm", report.image().reference().orElseThrow(), "python3", "-c", program);
  }

  private static List<String> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("ai-image-preset-"))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldBuildOnceAndThenHitFromAnyFolder(String builder) throws IOException {
    RunReport first = prepared("one", "--preset=ai-processor", "--builder=" + builder);
    assertEquals(Optional.of(CacheResult.BUILT), first.image().cache());
    assertEquals(Optional.of("ai-processor"), first.image().recipe().preset());
    assertEquals(List.of(), first.warnings());
    assertEquals(TORCH, python(first, "import torch; print(torch.__version__)"));
    assertEquals("10001", python(first, "import os; print(os.getuid())"));

    RunReport second = prepared("two", "--preset=ai-processor", "--builder=" + builder);
    assertEquals(Optional.of(CacheResult.HIT), second.image().cache());
    assertEquals(first.image().recipe().key(), second.image().recipe().key());
    assertEquals(first.image().digest(), second.image().digest());
    assertEquals(List.of(), leftBehind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldPreferTheFilesOfTheContext(String builder) throws IOException {
    RunReport bundled = prepared("one", "--preset=ai-processor", "--builder=" + builder);
    Path context = Files.createDirectory(folder.resolve("context"));
    String[] words = {"--preset=ai-processor", "--builder=" + builder, "--context=" + context};
    assertEquals(bundled.image().recipe().key(), prepared("one", words).image().recipe().key());

    Files.writeString(context.resolve("requirements-light.txt"), "extra==1.0\n");
    Files.writeString(context.resolve("unused"), "");
    RunReport own = prepared("one", words);

    assertNotEquals(bundled.image().recipe().key(), own.image().recipe().key());
    assertEquals(
        bundled.image().phases().get(1).key(),
        own.image().phases().get(1).key(),
        "only the last phase differs");
    assertEquals("1.0", python(own, "import extra; print(extra.__version__)"));
  }

  @Test
  void shouldRefuseWhatTheDockerfileOfThePresetRefusesByItsName() throws IOException {
    Said failed = prepare("one", "--preset=ai-processor", "--target=nothing");
    assertEquals(2, failed.exitCode(), failed.out() + failed.err());
    assertTrue(failed.out().contains("❌ preset ai-processor"), failed.out());
    assertEquals(List.of(), leftBehind());
  }
}
