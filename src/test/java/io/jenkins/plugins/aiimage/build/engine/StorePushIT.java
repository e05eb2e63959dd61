package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Arrived;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Failed;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.PrivateDockerConfig;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushes by podman and buildah to a real registry. */
class StorePushIT {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final String repository = Lab.newImage();
  private final Abort abort = new Abort();
  private final List<PushProgress> told = new ArrayList<>();
  private Map<String, String> environment;
  private String registry;
  private Store store;
  private String image;

  private void makeImage(String program) throws IOException, EngineException {
    registry = System.getenv("AI_IMAGE_TEST_REGISTRY");
    assumeTrue(registry != null, "no registry: run the tests by bin/verify");
    Path configuration =
        Files.writeString(
            folder.resolve("storage.conf"),
            "[storage]\ndriver = \"vfs\"\ngraphroot = \"%s\"\nrunroot = \"%s\"\n"
                .formatted(folder.resolve("root"), folder.resolve("run")));
    environment = new HashMap<>(System.getenv());
    environment.put("CONTAINERS_STORAGE_CONF", configuration.toString());
    store = store(program);
    assumeTrue(
        store.client().run("images").succeeded(), program + " can have no store in " + folder);
    Path context = Files.createDirectory(folder.resolve("context"));
    byte[] random = new byte[20_000_000];
    new SecureRandom().nextBytes(random);
    Files.write(context.resolve("large"), random);
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY large /\n");
    Path id = folder.resolve("id");
    String unused = store.client().must("build", "--iidfile=" + id, context.toString());
    image = Files.readString(id).strip();
  }

  private Store store(String program) {
    Optional<StoreClient> client = StoreClient.onPath(program, environment, abort);
    assumeTrue(client.isPresent(), "no " + program + ": apt-get install " + program);
    return new Store(
        client.get(),
        new Store.Facts("", "linux/amd64", folder, ""),
        new PlainHttp(Set.of()),
        Isolation.DEFAULT);
  }

  private PushOutcome push(String to, Duration stallTimeout) throws EngineException {
    ImagePush push = new ImagePush(image, to + "/" + repository + ":v1", LONG, stallTimeout);
    return new StorePush(store, push, told::add).run();
  }

  private Optional<Digest> inRegistry() throws Exception {
    return Registry.of(RegistryHost.parse(registry), CredentialSource.ANONYMOUS)
        .repository(repository)
        .head("v1")
        .map(manifest -> manifest.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldPushById(String program) throws Exception {
    makeImage(program);
    PushOutcome outcome = push(registry, LONG);
    assertTrue(inRegistry().isPresent());
    assertEquals(new Arrived(inRegistry(), Optional.empty(), Optional.empty()), outcome);
    assertEquals(new PushProgress(0, 0, 1, 1), told.get(told.size() - 1));
    assertFalse(store.client().must("images").contains(repository));
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldEndAPushToARegistryThatReadsNoMore(String program) throws Exception {
    makeImage(program);
    try (NarrowWay way = NarrowWay.blockedAfter(registry, 5_000_000)) {
      assertEquals(
          new Failed(
              "The push stalled: nothing moved for 3.0 s; check the registry and the network to"
                  + " it."),
          push(way.address(), Duration.ofSeconds(3)));
      Eventually.holds("the program ends", way::isDeserted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldTakeASlowPushForNoStall(String program) throws Exception {
    makeImage(program);
    try (NarrowWay way = NarrowWay.slow(registry, 4_000_000)) {
      assertInstanceOf(Arrived.class, push(way.address(), Duration.ofSeconds(3)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldEndWhenTheRunIsAborted(String program) throws Exception {
    makeImage(program);
    try (NarrowWay way = NarrowWay.blockedAfter(registry, 5_000_000)) {
      String destination = way.address() + "/" + repository + ":v1";
      ImagePush push = new ImagePush(image, destination, LONG, LONG);
      PushOutcome outcome = new StorePush(store, push, progress -> abort.request()).run();
      assertEquals(new Failed("The push was stopped with the run."), outcome);
      Eventually.holds("the program sends no more", way::isDeserted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldNotShowAPasswordThatIsRefused(String program) throws Exception {
    makeImage(program);
    Path registryFolder = Files.createDirectory(folder.resolve("registry"));
    try (RegistryProcess refusing = RegistryProcess.withPassword(registryFolder)) {
      Path docker = folder.resolve("docker");
      String wrong = "wrong-" + RegistryProcess.PASSWORD;
      PrivateDockerConfig.write(
          docker, environment, refusing.host(), new Credentials.Basic(RegistryProcess.USER, wrong));
      environment.put("DOCKER_CONFIG", docker.toString());
      store = store(program);
      Failed failed = assertInstanceOf(Failed.class, push(refusing.address(), LONG));
      assertFalse(failed.words().contains(RegistryProcess.PASSWORD), failed.words());
      assertTrue(failed.words().contains("authentication required"), failed.words());
    }
  }
}
