package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Arrived;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Failed;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Layers;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes by a real Docker engine to a real registry. */
class DockerPushIT {
  private static final int LARGE = 60_000_000;

  /** The large layer would take five minutes. */
  private static final long SLOWER_THAN_ANY_TEST = LARGE / 300;

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final String repository = Lab.newImage();
  private final Abort abort = new Abort();
  private final List<PushProgress> told = new ArrayList<>();
  private Lab lab;
  private String image;

  @BeforeEach
  void makeImage() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    Path context = Files.createDirectory(folder.resolve("context"));
    byte[] random = new byte[LARGE];
    new SecureRandom().nextBytes(random);
    Files.write(context.resolve("large"), random);
    Files.writeString(context.resolve("small"), repository);
    Files.writeString(
        context.resolve("Dockerfile"), "FROM scratch\nCOPY small /\nCOPY large /\nLABEL a=b\n");
    Path id = folder.resolve("id");
    String unused = lab.docker("build", "--quiet", "--iidfile=" + id, context.toString());
    image = Files.readString(id).strip();
  }

  @AfterEach
  void removeImage() {
    if (image != null) {
      Lab.Said unused = lab.dockerSays("image", "rm", "--force", image);
    }
  }

  private DockerEngine engine(CredentialSource credentials) throws EngineException {
    return DockerEngine.ask(DockerClient.onPath(lab.environment(), abort).get(0), credentials);
  }

  private ImagePush to(String registry, Duration stallTimeout) {
    return new ImagePush(image, registry + "/" + repository + ":v1", LONG, stallTimeout);
  }

  private PushOutcome push(String registry, Duration stallTimeout) throws EngineException {
    return engine(CredentialSource.ANONYMOUS).push(to(registry, stallTimeout), told::add);
  }

  private Optional<Digest> inRegistry() throws Exception {
    RegistryHost host = RegistryHost.parse(lab.registry());
    return Registry.of(host, CredentialSource.ANONYMOUS)
        .repository(repository)
        .head("v1")
        .map(manifest -> manifest.digest());
  }

  @Test
  void shouldTellHowFarItIsAndWhatArrived() throws Exception {
    try (NarrowWay way = NarrowWay.slow(lab.registry(), LARGE / 4)) {
      Arrived arrived = assertInstanceOf(Arrived.class, push(way.address(), LONG));
      assertEquals(inRegistry(), arrived.digest());
      assertTrue(arrived.digest().isPresent());
      assertEquals(Optional.of(new Layers(2, 0, 0)), arrived.layers());
      assertEquals(Optional.of((long) LARGE + repository.length()), arrived.sentBytes());
    }
    List<Long> sent = told.stream().map(PushProgress::sent).toList();
    assertEquals(sent.stream().sorted().distinct().toList(), sent.stream().distinct().toList());
    assertTrue(sent.stream().anyMatch(bytes -> bytes > 1_000_000 && bytes < LARGE), told::toString);
    PushProgress last = told.get(told.size() - 1);
    assertEquals(new PushProgress(last.total(), last.total(), 2, 2), last);
  }

  @Test
  void shouldSendNothingTwice() throws Exception {
    PushOutcome first = push(lab.registry(), LONG);
    PushOutcome second = push(lab.registry(), LONG);
    assertEquals(
        new Arrived(inRegistry(), Optional.of(0L), Optional.of(new Layers(0, 2, 0))), second);
    assertEquals(((Arrived) first).digest(), ((Arrived) second).digest());
  }

  @Test
  void shouldKeepTheNameThatWasPushed() throws Exception {
    push(lab.registry(), LONG);
    assertEquals(
        image,
        lab.docker("image", "inspect", "--format={{.Id}}", to(lab.registry(), LONG).destination()));
  }

  @Test
  void shouldEndAPushToARegistryThatReadsNoMore() throws Exception {
    try (NarrowWay way = NarrowWay.blockedAfter(lab.registry(), 5_000_000)) {
      assertEquals(
          new Failed(
              "The push stalled: nothing moved for 2.0 s; check the registry and the network to"
                  + " it."),
          push(way.address(), Duration.ofSeconds(2)));
    }
    assertEquals(Optional.empty(), inRegistry());
  }

  /** Only where the registry reads: 20.10 does not leave a connection that it cannot write to. */
  @Test
  void shouldStopTheEngineWhenTheRunIsAborted() throws Exception {
    try (NarrowWay way = NarrowWay.slow(lab.registry(), SLOWER_THAN_ANY_TEST)) {
      PushOutcome outcome =
          engine(CredentialSource.ANONYMOUS).push(to(way.address(), LONG), this::abortOnceItSends);
      assertEquals(new Failed("The push was stopped with the run."), outcome);
      Eventually.holds("the engine sends no more", way::isDeserted);
    }
    assertEquals(Optional.empty(), inRegistry());
  }

  private void abortOnceItSends(PushProgress progress) {
    if (progress.sent() > repository.length()) {
      abort.request();
    }
  }

  @Test
  void shouldSayInTheEnginesWordsThatARegistryIsNotThere() throws Exception {
    Failed failed = assertInstanceOf(Failed.class, push("127.0.0.1:1", LONG));
    assertTrue(failed.words().contains("connection refused"), failed.words());
    assertEquals(1, failed.words().lines().count());
  }

  @Test
  void shouldUseTheLoginOfThatRegistryAndShowItToNobody() throws Exception {
    Path registryFolder = Files.createDirectory(folder.resolve("registry"));
    try (RegistryProcess registry = RegistryProcess.withPassword(registryFolder)) {
      String wrong = "wrong-" + RegistryProcess.PASSWORD;
      ImagePush push = to(registry.address(), LONG);
      PushOutcome refused = engine(login(registry.host(), wrong)).push(push, told::add);
      Failed failed = assertInstanceOf(Failed.class, refused);
      assertFalse(failed.words().contains(RegistryProcess.PASSWORD), failed.words());
      PushOutcome right =
          engine(login(registry.host(), RegistryProcess.PASSWORD)).push(push, told::add);
      assertInstanceOf(Arrived.class, right);
      PushOutcome elsewhere =
          engine(login(RegistryHost.parse("another.example"), RegistryProcess.PASSWORD))
              .push(push, told::add);
      assertInstanceOf(Failed.class, elsewhere);
    }
  }

  private static CredentialSource login(RegistryHost host, String password) {
    return CredentialSource.of(
        host, new Credentials.Basic(RegistryProcess.USER, password), CredentialSource.ANONYMOUS);
  }

  @Test
  void shouldPushByTheClientWhereTheEngineCannotBeAsked() throws Exception {
    DockerClient client = DockerClient.onPath(lab.environment(), abort).get(0);
    ImagePush push = to(lab.registry(), LONG);
    engine(CredentialSource.ANONYMOUS).tag(image, push.destination());
    DockerPush pushes = new DockerPush(client, CredentialSource.ANONYMOUS);
    assertEquals(
        new Arrived(digestAfter(pushes, push), Optional.empty(), Optional.of(new Layers(0, 2, 0))),
        pushes.push(Optional.empty(), push, told::add));
    assertEquals(inRegistry(), digestAfter(pushes, push));
    assertEquals(new PushProgress(0, 0, 2, 2), told.get(told.size() - 1));
  }

  private Optional<Digest> digestAfter(DockerPush pushes, ImagePush push) throws EngineException {
    return assertInstanceOf(Arrived.class, pushes.push(Optional.empty(), push, told::add)).digest();
  }

  @Test
  void shouldAbortTheClientToo() throws Exception {
    DockerClient client = DockerClient.onPath(lab.environment(), abort).get(0);
    try (NarrowWay way = NarrowWay.slow(lab.registry(), SLOWER_THAN_ANY_TEST)) {
      ImagePush push = to(way.address(), LONG);
      engine(CredentialSource.ANONYMOUS).tag(image, push.destination());
      PushOutcome outcome =
          new DockerPush(client, CredentialSource.ANONYMOUS)
              .push(Optional.empty(), push, progress -> abort.request());
      assertInstanceOf(Failed.class, outcome);
      Eventually.holds("the engine sends no more", way::isDeserted);
    }
  }
}
