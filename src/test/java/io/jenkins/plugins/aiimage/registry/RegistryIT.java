package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryIT {
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
  private static final Path SKOPEO = Path.of("/usr/bin/skopeo");

  @TempDir static Path folder;
  private static RegistryProcess process;

  @BeforeAll
  static void startRegistry() {
    process = RegistryProcess.open(folder);
  }

  @AfterAll
  static void stopRegistry() {
    if (process != null) {
      process.close();
    }
  }

  @Test
  void shouldAnswerPing() throws Exception {
    registry().ping();
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaTypes.DOCKER_MANIFEST, MediaTypes.OCI_MANIFEST})
  void shouldTagTheVerySameBytes(String mediaType) throws Exception {
    Repository repository = registry().repository("retag/" + mediaType.length());
    Manifest manifest = pushImage(repository, mediaType, "one");

    assertEquals(manifest.digest(), repository.tag("one", "two"));
    assertArrayEquals(manifest.bytes(), repository.get("two").bytes());
    assertEquals(mediaType, repository.get("two").mediaType());
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaTypes.DOCKER_MANIFEST_LIST, MediaTypes.OCI_INDEX})
  void shouldTagTheVerySameBytesOfAnIndex(String mediaType) throws Exception {
    boolean oci = mediaType.equals(MediaTypes.OCI_INDEX);
    Repository repository = registry().repository(oci ? "index/oci" : "index/docker");
    Manifest image =
        pushImage(repository, oci ? MediaTypes.OCI_MANIFEST : MediaTypes.DOCKER_MANIFEST, "amd64");
    Manifest index = index(mediaType, image);
    repository.put("all", index);

    assertEquals(index.digest(), repository.tag("all", "also"));
    assertArrayEquals(index.bytes(), repository.get("also").bytes());
    assertEquals(Optional.of(index.descriptor()), repository.head("also"));
    assertEquals(List.of(image.descriptor()), repository.get("also").content().manifests());
  }

  @Test
  void shouldFindWhatIsThereAndNothingElse() throws Exception {
    Repository repository = registry().repository("find/me");
    Manifest manifest = pushImage(repository, MediaTypes.OCI_MANIFEST, "here");

    assertEquals(Optional.of(manifest.descriptor()), repository.head("here"));
    assertEquals(Optional.of(manifest.descriptor()), repository.head(manifest.digest().toString()));
    assertEquals(Optional.empty(), repository.head("not-here"));
    assertEquals(Optional.empty(), registry().repository("no/such").head("here"));
    assertKind(Kind.NOT_FOUND, () -> repository.get("not-here"));
  }

  @Test
  void shouldFindADockerImageUnderItsOwnDigestAndNotAsSchema1() throws Exception {
    Repository repository = registry().repository("schema/trap");
    Manifest manifest = pushImage(repository, MediaTypes.DOCKER_MANIFEST, "docker");

    assertEquals(manifest.digest(), repository.head("docker").orElseThrow().digest());
    assertEquals(MediaTypes.DOCKER_MANIFEST, repository.get("docker").mediaType());
  }

  @Test
  void shouldAgreeWithSkopeoOnTheDigest() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(SKOPEO), "needs skopeo: apt-get install skopeo");
    Repository repository = registry().repository("skopeo/agrees");
    Manifest manifest = pushImage(repository, MediaTypes.OCI_MANIFEST, "1");
    Process skopeo =
        new ProcessBuilder(
                SKOPEO.toString(),
                "inspect",
                "--tls-verify=false",
                "--format={{.Digest}}",
                "docker://" + process.address() + "/skopeo/agrees:1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    String digest = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(skopeo.waitFor(30, TimeUnit.SECONDS));
    assertEquals(manifest.digest().toString(), digest.strip());
  }

  @Test
  void shouldUploadAndDownloadABlob() throws Exception {
    Blobs blobs = registry().repository("blobs/big").blobs();
    byte[] content = random(3_000_000);
    Descriptor blob = Descriptor.of(LAYER, content);

    assertFalse(blobs.has(blob.digest()));
    blobs.upload(blob, BlobSource.of(content));

    assertTrue(blobs.has(blob.digest()));
    assertArrayEquals(content, blobs.get(blob));
  }

  @Test
  void shouldGoOnWhereAnEarlierDownloadEnded() throws Exception {
    Blobs blobs = registry().repository("blobs/resumed").blobs();
    byte[] content = random(200_000);
    Descriptor blob = upload(blobs, LAYER, content);
    Path file = folder.resolve("partial");
    Files.write(file, Arrays.copyOf(content, 150_000));

    blobs.download(blob, file);

    assertArrayEquals(content, Files.readAllBytes(file));
  }

  @Test
  void shouldThrowAwayAPartialDownloadOfSomethingElse() throws Exception {
    Blobs blobs = registry().repository("blobs/other").blobs();
    byte[] content = random(2_000);
    Descriptor blob = upload(blobs, LAYER, content);
    Path file = Files.write(folder.resolve("foreign"), new byte[1_000]);

    assertKind(Kind.PROTOCOL, () -> blobs.download(blob, file));

    assertFalse(Files.exists(file));
    blobs.download(blob, file);
    assertArrayEquals(content, Files.readAllBytes(file));
  }

  @Test
  void shouldUploadAnEmptyBlob() throws Exception {
    Blobs blobs = registry().repository("blobs/empty").blobs();
    Descriptor blob = upload(blobs, LAYER, new byte[0]);

    assertArrayEquals(new byte[0], blobs.get(blob));
  }

  @Test
  void shouldReportContentThatIsShorterThanItsDescriptor() {
    Blobs blobs = registry().repository("blobs/short").blobs();
    Descriptor blob = new Descriptor(LAYER, Digest.of(new byte[10]), 10);

    IOException failure =
        assertThrows(IOException.class, () -> blobs.upload(blob, BlobSource.of(new byte[9])));
    assertFalse(failure instanceof RegistryException);
  }

  @Test
  void shouldRefuseToStoreABlobUnderAnotherDigest() {
    Blobs blobs = registry().repository("blobs/tampered").blobs();
    Descriptor blob = new Descriptor(LAYER, Digest.of(new byte[] {1}), 2);

    assertKind(Kind.PROTOCOL, () -> blobs.upload(blob, BlobSource.of(new byte[2])));
  }

  @Test
  void shouldMountABlobOfAnotherRepository() throws Exception {
    Descriptor blob = upload(registry().repository("mount/from").blobs(), LAYER, random(1_000));
    Blobs target = registry().repository("mount/to").blobs();

    assertTrue(target.mount(blob.digest(), "mount/from"));
    assertTrue(target.has(blob.digest()));
    assertFalse(target.mount(Digest.of(new byte[] {9}), "mount/from"));
  }

  @Test
  void shouldListTags() throws Exception {
    Repository repository = registry().repository("many/tags");
    pushImage(repository, MediaTypes.OCI_MANIFEST, "t0");
    repository.tag("t0", "t1");
    repository.tag("t0", "t2");

    assertEquals(Set.of("t0", "t1", "t2"), Set.copyOf(repository.tags()));
    assertKind(Kind.NOT_FOUND, () -> registry().repository("no/tags").tags());
  }

  @Test
  void shouldDelete() throws Exception {
    Repository repository = registry().repository("delete/me");
    Manifest manifest = pushImage(repository, MediaTypes.OCI_MANIFEST, "old");

    repository.delete(manifest.digest().toString());

    assertEquals(Optional.empty(), repository.head("old"));
  }

  @Test
  void shouldRefuseAManifestWhoseBlobsAreMissing() {
    Repository repository = registry().repository("missing/blobs");
    Descriptor nowhere = new Descriptor(LAYER, Digest.of(new byte[] {7, 7}), 2);
    Manifest manifest = image(MediaTypes.OCI_MANIFEST, nowhere, nowhere);

    assertKind(Kind.PROTOCOL, () -> repository.put("x", manifest));
  }

  private static Registry registry() {
    return Registry.of(process.host(), CredentialSource.ANONYMOUS);
  }

  private static void assertKind(Kind kind, Executable action) {
    assertEquals(kind, assertThrows(RegistryException.class, action).kind());
  }

  private static Manifest pushImage(Repository repository, String mediaType, String tag)
      throws IOException {
    byte[] config =
        "{\"architecture\":\"amd64\",\"os\":\"linux\"}".getBytes(StandardCharsets.UTF_8);
    boolean oci = mediaType.equals(MediaTypes.OCI_MANIFEST);
    Descriptor configBlob =
        upload(
            repository.blobs(),
            oci
                ? "application/vnd.oci.image.config.v1+json"
                : "application/vnd.docker.container.image.v1+json",
            config);
    Descriptor layer =
        upload(
            repository.blobs(),
            oci ? LAYER : "application/vnd.docker.image.rootfs.diff.tar.gzip",
            random(5_000));
    Manifest manifest = image(mediaType, configBlob, layer);
    assertEquals(manifest.digest(), repository.put(tag, manifest));
    return manifest;
  }

  private static Descriptor upload(Blobs blobs, String mediaType, byte[] content)
      throws IOException {
    Descriptor blob = Descriptor.of(mediaType, content);
    blobs.upload(blob, BlobSource.of(content));
    return blob;
  }

  private static Manifest image(String mediaType, Descriptor config, Descriptor layer) {
    // Odd spacing on purpose: whoever writes it anew changes the digest.
    String json =
        "{ \"schemaVersion\":2,\n\t\"mediaType\": \"%s\",\"config\":%s , \"layers\":[%s]}  "
            .formatted(mediaType, json(config, ""), json(layer, ""));
    return new Manifest(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  private static Manifest index(String mediaType, Manifest image) {
    String platform = ",\"platform\":{\"architecture\":\"amd64\",\"os\":\"linux\"}";
    String json =
        "{ \"schemaVersion\":2,\n\t\"mediaType\": \"%s\",\"manifests\":[%s]}  "
            .formatted(mediaType, json(image.descriptor(), platform));
    return new Manifest(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Descriptor descriptor, String more) {
    return "{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"%s}"
        .formatted(descriptor.mediaType(), descriptor.size(), descriptor.digest(), more);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
