package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.ImageCopy.Copied;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies between real registries, each behind one that can misbehave. */
class ImageCopyIT {
  private static final Path SKOPEO = Path.of("/usr/bin/skopeo");
  private static final int BIG = 3_000_000;
  private static final String BLOBS = "/blobs/";
  private static final String UPLOADS = "/blobs/uploads/";
  private static final String MANIFESTS = "/manifests/";

  @TempDir static Path folder;
  private static RegistryProcess realA;
  private static RegistryProcess realB;

  private final String name = "copy/" + UUID.randomUUID();
  private FaultyRegistry a;
  private FaultyRegistry b;
  private byte[] layer;

  @BeforeAll
  static void startRegistries() throws IOException {
    realA = RegistryProcess.open(Files.createDirectory(folder.resolve("a")));
    realB = RegistryProcess.open(Files.createDirectory(folder.resolve("b")));
  }

  @AfterAll
  static void stopRegistries() {
    for (RegistryProcess registry : new RegistryProcess[] {realA, realB}) {
      if (registry != null) {
        registry.close();
      }
    }
  }

  @BeforeEach
  void openProxies() {
    a = FaultyRegistry.before(realA);
    b = FaultyRegistry.before(realB);
    // Bytes of its own: registries share blobs among repositories.
    layer = SampleImage.bytes(BIG, name.hashCode());
  }

  @AfterEach
  void closeProxies() {
    a.close();
    b.close();
  }

  private static Repository truth(RegistryProcess registry, String name) {
    return Fixtures.registry(registry.address(), Credentials.NONE).repository(name);
  }

  private Repository source() {
    return truth(realA, name);
  }

  private Repository target() {
    return truth(realB, name);
  }

  private Repository through(FaultyRegistry registry, String repository) {
    return Fixtures.registry(registry.url(), Credentials.NONE).repository(repository);
  }

  private Copied copy(Manifest image) throws RegistryException {
    return copy(image, () -> false);
  }

  private Copied copy(Manifest image, BooleanSupplier over) throws RegistryException {
    return new ImageCopy(through(a, name), through(b, name), over, CopyListener.NONE).copy(image);
  }

  private void assertArrived(Manifest image) throws IOException {
    Manifest there = target().get(image.digest().toString());
    assertArrayEquals(image.bytes(), there.bytes());
    assertEquals(image.mediaType(), there.mediaType());
    for (Descriptor blob : image.content().blobs()) {
      assertEquals(blob.size(), target().blobs().get(blob).length);
    }
  }

  private void assertNothingArrived(Manifest image) throws RegistryException {
    assertEquals(Optional.empty(), target().head(image.digest().toString()));
    assertEquals(List.of(), b.asked("PUT", MANIFESTS).stream().map(Asked::toString).toList());
  }

  @Test
  void shouldStreamAnImageFromRegistryToRegistry() throws Exception {
    Manifest image = SampleImage.push(source(), layer, SampleImage.bytes(5, 1));
    Copied copied = copy(image);
    assertArrived(image);
    long size = image.content().blobs().stream().mapToLong(Descriptor::size).sum();
    assertEquals(size, copied.sentBytes());
    assertEquals(List.of(2, 0, 0), List.of(copied.sent(), copied.there(), copied.mounted()));
    assertEquals(size, b.received("PUT", UPLOADS));
    target().put("v1", image);
    assertArrayEquals(image.bytes(), skopeo(realB, name + ":v1"));
  }

  private static byte[] skopeo(RegistryProcess registry, String image) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(SKOPEO), "needs skopeo: apt-get install skopeo");
    Process skopeo =
        new ProcessBuilder(
                SKOPEO.toString(),
                "inspect",
                "--raw",
                "--tls-verify=false",
                "docker://" + registry.address() + "/" + image)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] raw = skopeo.getInputStream().readAllBytes();
    assertEquals(0, skopeo.waitFor());
    return raw;
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaTypes.DOCKER_MANIFEST_LIST, MediaTypes.OCI_INDEX})
  void shouldStreamAnIndexWithAllThatItLists(String mediaType) throws Exception {
    String part =
        mediaType.equals(MediaTypes.OCI_INDEX)
            ? MediaTypes.OCI_MANIFEST
            : MediaTypes.DOCKER_MANIFEST;
    Manifest amd = SampleImage.push(source(), part, "amd64", layer);
    Manifest arm = SampleImage.push(source(), part, "arm64", layer, SampleImage.bytes(7, 7));
    Manifest index = SampleImage.pushIndex(source(), mediaType, amd, arm, amd);
    Copied copied = copy(index);
    assertArrived(amd);
    assertArrived(arm);
    assertArrived(index);
    // A layer that both have, and one more; configurations are no layers.
    assertEquals(2, copied.sent());
    assertEquals(3, b.asked("PUT", MANIFESTS).size());
    target().put("all", index);
    assertArrayEquals(index.bytes(), skopeo(realB, name + ":all"));
  }

  @Test
  void shouldMountWithinOneRegistryAndMoveNoByte() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    Manifest other = SampleImage.push(source(), MediaTypes.OCI_MANIFEST, "arm64", layer);
    Manifest index = SampleImage.pushIndex(source(), MediaTypes.OCI_INDEX, image, other);
    Repository to = through(a, name + "/to");
    Copied copied = new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE).copy(index);
    assertEquals(1, copied.mounted());
    assertEquals(0, copied.sentBytes());
    assertEquals(0, a.received("PUT", BLOBS));
    assertEquals(0, a.asked("GET", BLOBS).size());
    assertEquals(index, truth(realA, name + "/to").get(index.digest().toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 404, 405})
  void shouldSendWhatTheRegistryDoesNotMount(int status) throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    a.on("POST", "mount=").answer(status, "Location", "/nowhere");
    Repository to = through(a, name + "/to");
    Copied copied = new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE).copy(image);
    assertEquals(0, copied.mounted());
    assertEquals(1, copied.sent());
    assertEquals(image, truth(realA, name + "/to").get(image.digest().toString()));
  }

  @Test
  void shouldMountAtTheSecondAttempt() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    a.on("POST", "mount=").times(1).answer(503);
    Repository to = through(a, name + "/to");
    Copied copied = new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE).copy(image);
    assertEquals(1, copied.mounted());
  }

  @Test
  void shouldFailWhereMountingIsRefused() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    a.on("POST", "mount=").answer(403);
    Repository to = through(a, name + "/to");
    ImageCopy copy = new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE);
    assertKind(Kind.REFUSED, () -> copy.copy(image));
    assertEquals(Optional.empty(), truth(realA, name + "/to").head(image.digest().toString()));
  }

  @Test
  void shouldSendNothingThatIsThere() throws Exception {
    Manifest image = SampleImage.push(source(), layer, SampleImage.bytes(5, 5));
    SampleImage.upload(target(), SampleImage.LAYER, layer);
    Copied copied = copy(image);
    assertEquals(List.of(1, 1), List.of(copied.sent(), copied.there()));
    assertTrue(b.received("PUT", UPLOADS) < BIG);
    assertEquals(new Copied(0, 0, 0, 0), copy(image));
  }

  @Test
  void shouldSendALayerOnceThatIsThereTwiceAndAnEmptyOneToo() throws Exception {
    Manifest image = SampleImage.push(source(), layer, new byte[0], layer, new byte[0]);
    Copied copied = copy(image);
    assertArrived(image);
    assertEquals(2, copied.sent());
  }

  @Test
  void shouldLeaveForeignLayersWhereTheyAre() throws Exception {
    Descriptor config = SampleImage.upload(source(), "application/x", layer);
    byte[] nowhere = SampleImage.bytes(9, 9);
    // Of a type whose URLs distribution does not insist on.
    Descriptor foreign =
        Descriptor.of("application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", nowhere);
    Manifest image =
        SampleImage.manifest(
            MediaTypes.OCI_MANIFEST,
            config,
            List.of(SampleImage.upload(source(), SampleImage.LAYER, nowhere), foreign));
    assertEquals(2, image.content().blobs().size());
    source().put(image.digest().toString(), image);
    assertEquals(1, copy(image).sent());
    assertEquals(image, target().get(image.digest().toString()));
  }

  @Test
  void shouldResumeABlobThatTheSourceBreaksOff() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    String blob = image.content().layers().get(0).digest().toString();
    a.on("GET", blob).times(1).does(Fault.HALF_BODY);
    a.on("GET", blob).times(1).does(Fault.bodyUpTo(1000));
    Copied copied = copy(image);
    assertArrived(image);
    List<Asked> asked = a.asked("GET", blob);
    assertEquals(3, asked.size());
    assertEquals(Optional.of("bytes=" + BIG / 2 + "-"), asked.get(1).header("Range"));
    assertEquals(Optional.of("bytes=" + (BIG / 2 + 1000) + "-"), asked.get(2).header("Range"));
    assertEquals(1, b.asked("PUT", UPLOADS).stream().filter(put -> put.received() == BIG).count());
    assertTrue(copied.sentBytes() < BIG + 1000);
  }

  @Test
  void shouldResumeWhereTheSourceKnowsNoRanges() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    String blob = image.content().layers().get(0).digest().toString();
    a.on("GET", blob).times(1).does(Fault.HALF_BODY);
    a.on("GET", blob).does(exchange -> wholeAgain(exchange, layer));
    copy(image);
    assertArrived(image);
  }

  private static void wholeAgain(Exchange exchange, byte[] content) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + content.length + "\r\n\r\n";
    exchange.write(head.getBytes(StandardCharsets.UTF_8));
    exchange.write(content);
  }

  @Test
  void shouldSendAgainFromTheBeginningWhatTheTargetBreaksOff() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    b.on("PUT", UPLOADS).times(1).does(Fault.cutAfter(1000));
    b.on("PUT", UPLOADS).times(1).does(Fault.LOST_ANSWER);
    copy(image);
    assertArrived(image);
  }

  @Test
  void shouldEndWhereTheTargetBreaksOffEachTime() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    b.on("PUT", UPLOADS).does(Fault.cutAfter(1000));
    RegistryException failure = assertKind(Kind.UNREACHABLE, () -> copy(image));
    assertTrue(failure.getMessage().contains(b.address()), failure.getMessage());
    assertNothingArrived(image);
  }

  @Test
  void shouldSpoilNothingWithWrongBytesOfTheSource() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    String blob = image.content().layers().get(0).digest().toString();
    a.on("GET", blob).does(Fault.OTHER_BYTES);
    RegistryException failure = assertKind(Kind.PROTOCOL, () -> copy(image));
    assertTrue(failure.getMessage().contains(blob), failure.getMessage());
    assertNothingArrived(image);
    a.mend();
    copy(image);
    assertArrived(image);
  }

  @Test
  void shouldFailWhereTheTargetSwallowsABlob() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    b.on("PUT", UPLOADS).answer(201);
    assertKind(Kind.PROTOCOL, () -> copy(image));
    assertEquals(Optional.empty(), target().head(image.digest().toString()));
  }

  @Test
  void shouldFailWhereTheSourceLacksAPartOfTheIndex() throws Exception {
    Manifest one = SampleImage.push(source(), layer);
    Manifest index = SampleImage.pushIndex(source(), MediaTypes.OCI_INDEX, one);
    source().delete(one.digest().toString());
    assertKind(Kind.NOT_FOUND, () -> copy(index));
    assertNothingArrived(index);
  }

  @Test
  void shouldLeaveNoManifestWhereItIsGivenUpInTheMiddle() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    RegistryException failure =
        assertKind(Kind.TIMED_OUT, () -> copy(image, () -> b.received("PUT", UPLOADS) > 0));
    assertEquals("The copy of the image was given up.", failure.getMessage());
    assertNothingArrived(image);
  }

  @Test
  void shouldLeaveNoManifestWhereTheThreadIsInterrupted() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    CountDownLatch begun = new CountDownLatch(1);
    a.on("GET", BLOBS)
        .does(
            exchange -> {
              begun.countDown();
              Fault.SILENCE.answer(exchange);
            });
    FutureTask<Kind> kind =
        new FutureTask<>(
            () -> {
              Kind failed = assertKind(Kind.TIMED_OUT, () -> copy(image)).kind();
              assertTrue(Thread.currentThread().isInterrupted());
              return failed;
            });
    Thread copying = new Thread(kind);
    copying.start();
    begun.await();
    copying.interrupt();
    assertEquals(Kind.TIMED_OUT, kind.get(10, TimeUnit.SECONDS));
    assertNothingArrived(image);
  }

  @Test
  void shouldBlameTheSourceForItsSilence() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    a.on("GET", BLOBS).does(Fault.SILENCE);
    Duration little = Duration.ofMillis(400);
    Repository impatient =
        Registry.of(
                a.host(),
                CredentialSource.ANONYMOUS,
                new Timeouts(little, little, little, little),
                Fixtures.QUICK)
            .repository(name);
    ImageCopy copy = new ImageCopy(impatient, through(b, name), () -> false, CopyListener.NONE);
    RegistryException failure = assertKind(Kind.TIMED_OUT, () -> copy.copy(image));
    assertTrue(failure.getMessage().contains(a.address()), failure.getMessage());
    assertNothingArrived(image);
  }

  @Test
  void shouldGetANewTokenInTheMiddleOfACopy() throws Exception {
    Manifest image = SampleImage.push(source(), layer, SampleImage.bytes(40, 4));
    TokenGuard guardA = new TokenGuard("alice", "wonderland", 2);
    TokenGuard guardB = new TokenGuard("bob", "builder", 2);
    a.guardedBy(guardA);
    b.guardedBy(guardB);
    new ImageCopy(
            Fixtures.registry(a.address(), Fixtures.ALICE).repository(name),
            Fixtures.registry(b.address(), new Credentials.Basic("bob", "builder"))
                .repository(name),
            () -> false,
            CopyListener.NONE)
        .copy(image);
    assertArrived(image);
    assertTrue(guardA.tokens().size() > 1 && guardB.tokens().size() > 1);
    assertKnowsNothingOf(guardB, a);
    assertKnowsNothingOf(guardA, b);
  }

  private static void assertKnowsNothingOf(TokenGuard guard, FaultyRegistry registry) {
    for (Asked asked : registry.asked()) {
      String sent = asked.header("Authorization").orElse("");
      assertTrue(guard.tokens().stream().noneMatch(sent::contains), asked.toString());
    }
  }

  @Test
  void shouldUploadElsewhereWithoutTheCredential() throws Exception {
    Manifest image = SampleImage.push(source(), layer);
    try (FaultyRegistry elsewhere = FaultyRegistry.before(realB)) {
      b.guardedBy(new TokenGuard("bob", "builder", 1000));
      b.on("POST", UPLOADS).does(exchange -> startElsewhere(exchange, elsewhere));
      Repository to =
          Fixtures.registry(b.address(), new Credentials.Basic("bob", "builder")).repository(name);
      to.head("any");
      new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE).copy(image);
      assertArrived(image);
      assertEquals(2, elsewhere.asked("PUT", UPLOADS).size());
      for (Asked asked : elsewhere.asked()) {
        assertEquals(Optional.empty(), asked.header("Authorization"), asked.toString());
      }
    }
  }

  private void startElsewhere(Exchange exchange, FaultyRegistry elsewhere) throws IOException {
    try (RegistryAnswer answer = exchange.ask()) {
      answer.moveLocation(b.url(), elsewhere.url());
      exchange.send(answer);
    }
  }

  @Test
  void shouldCopyWithAPasswordAndOverTls() throws Exception {
    Certificate certificate = Certificate.selfSigned(folder);
    SSLSocketFactory usual = HttpsURLConnection.getDefaultSSLSocketFactory();
    HttpsURLConnection.setDefaultSSLSocketFactory(certificate.client().getSocketFactory());
    try (RegistryProcess locked =
            RegistryProcess.withPassword(Files.createDirectory(folder.resolve("locked")));
        FaultyRegistry tls = FaultyRegistry.before(locked, certificate.server())) {
      Manifest image = SampleImage.push(source(), layer);
      Credentials user = new Credentials.Basic(RegistryProcess.USER, RegistryProcess.PASSWORD);
      Repository to = Fixtures.registry(tls.url(), user).repository(name);
      new ImageCopy(through(a, name), to, () -> false, CopyListener.NONE).copy(image);
      assertEquals(image, to.get(image.digest().toString()));
      Repository back = through(b, name);
      new ImageCopy(to, back, () -> false, CopyListener.NONE).copy(image);
      assertArrived(image);
      assertTrue(a.asked().stream().allMatch(asked -> asked.header("Authorization").isEmpty()));
      assertTrue(b.asked().stream().allMatch(asked -> asked.header("Authorization").isEmpty()));
      Repository stranger = Fixtures.registry(tls.url(), Credentials.NONE).repository("other");
      ImageCopy refused = new ImageCopy(through(a, name), stranger, () -> false, CopyListener.NONE);
      assertKind(Kind.REFUSED, () -> refused.copy(image));
    } finally {
      HttpsURLConnection.setDefaultSSLSocketFactory(usual);
    }
  }

  @Test
  void shouldTellHowFarItIsWithoutGoingBack() throws Exception {
    Manifest image = SampleImage.push(source(), layer, SampleImage.bytes(50, 3));
    AtomicLong last = new AtomicLong();
    AtomicLong backwards = new AtomicLong();
    new ImageCopy(
            through(a, name),
            through(b, name),
            () -> false,
            (sent, total, done, blobs) -> {
              backwards.addAndGet(last.getAndSet(sent) > sent || sent > total ? 1 : 0);
              assertEquals(2, blobs);
            })
        .copy(image);
    assertEquals(0, backwards.get());
    assertTrue(last.get() > BIG);
  }
}
