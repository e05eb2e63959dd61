package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageIndexTest {
  private static ImageIndex.Entry entry(String platform, String mediaType) {
    byte[] manifest = platform.getBytes(StandardCharsets.UTF_8);
    return new ImageIndex.Entry(
        Platform.parse(platform).orElseThrow(), Descriptor.of(mediaType, manifest));
  }

  @Test
  void shouldBeADockerListOverDockerManifestsOnly() {
    ImageIndex.Entry docker = entry("linux/amd64", MediaTypes.DOCKER_MANIFEST);
    ImageIndex.Entry oci = entry("linux/arm64", MediaTypes.OCI_MANIFEST);
    assertEquals(
        MediaTypes.DOCKER_MANIFEST_LIST, ImageIndex.of(List.of(docker, docker)).mediaType());
    assertEquals(MediaTypes.OCI_INDEX, ImageIndex.of(List.of(docker, oci)).mediaType());
    assertEquals(MediaTypes.OCI_INDEX, ImageIndex.of(List.of(oci)).mediaType());
  }

  @Test
  void shouldHaveTheSameBytesWhateverTheOrder() throws RegistryException {
    ImageIndex.Entry amd = entry("linux/amd64", MediaTypes.OCI_MANIFEST);
    ImageIndex.Entry arm = entry("linux/arm/v7", MediaTypes.OCI_MANIFEST);
    Manifest index = ImageIndex.of(List.of(arm, amd));
    assertArrayEquals(index.bytes(), ImageIndex.of(List.of(amd, arm)).bytes());
    assertEquals(List.of(amd.manifest(), arm.manifest()), index.content().manifests());
  }

  @Test
  void shouldBeWrittenByteForByteLikeThis() {
    Manifest index = ImageIndex.of(List.of(entry("linux/arm/v7", MediaTypes.OCI_MANIFEST)));
    assertEquals(
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
            + "\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
            + "\"digest\":\""
            + Digest.of("linux/arm/v7".getBytes(StandardCharsets.UTF_8))
            + "\",\"size\":12,\"platform\":{\"architecture\":\"arm\",\"os\":\"linux\","
            + "\"variant\":\"v7\"}}]}",
        new String(index.bytes(), StandardCharsets.UTF_8));
  }
}
