package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryPasswordIT {
  @TempDir static Path folder;
  private static RegistryProcess process;

  @BeforeAll
  static void startRegistry() {
    process = RegistryProcess.withPassword(folder);
  }

  @AfterAll
  static void stopRegistry() {
    if (process != null) {
      process.close();
    }
  }

  @Test
  void shouldLetTheUserIn() throws Exception {
    Registry registry = as(new Credentials.Basic(RegistryProcess.USER, RegistryProcess.PASSWORD));
    registry.ping();
    assertEquals(Optional.empty(), registry.repository("ai/app").head("1"));
  }

  @Test
  void shouldUploadAsTheFirstThingItDoes() throws Exception {
    Registry registry = as(new Credentials.Basic(RegistryProcess.USER, RegistryProcess.PASSWORD));
    byte[] content = {1, 2, 3};
    Descriptor blob = Descriptor.of("application/octet-stream", content);
    Blobs blobs = registry.repository("ai/first").blobs();

    blobs.upload(blob, BlobSource.of(content));

    assertTrue(blobs.has(blob.digest()));
  }

  @Test
  void shouldRefuseAWrongPassword() {
    RegistryException failure =
        assertThrows(
            RegistryException.class,
            () -> as(new Credentials.Basic(RegistryProcess.USER, "wrong")).ping());
    assertEquals(Kind.REFUSED, failure.kind());
  }

  @Test
  void shouldRefuseAnonymousAccess() {
    RegistryException failure =
        assertThrows(RegistryException.class, () -> as(Credentials.NONE).ping());
    assertEquals(Kind.REFUSED, failure.kind());
  }

  private static Registry as(Credentials credentials) {
    return Registry.of(process.host(), CredentialSource.of(credentials));
  }
}
