package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Map;

/** One download, which goes on where the last attempt broke off. */
final class BlobDownload {
  private static final int CHUNK = 64 * 1024;

  private final Session session;
  private final String repository;
  private final Descriptor blob;
  private final MessageDigest sha256 = Digest.sha256();
  private long done;

  BlobDownload(Session session, String repository, Descriptor blob) {
    this.session = session;
    this.repository = repository;
    this.blob = blob;
  }

  void run(OutputStream to) throws IOException {
    if (done < blob.size()) {
      session.retries().<Void, IOException>run(() -> attempt(to));
    }
    blob.verify(done, Digest.finish(sha256));
  }

  void run(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) <= blob.size()) {
      try (InputStream in = Files.newInputStream(file)) {
        copy(in, OutputStream.nullOutputStream());
      }
    } else {
      Files.deleteIfExists(file);
    }
    try (OutputStream to =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      run(to);
    } catch (RegistryException e) {
      // Complete and wrong: kept, it would be found wrong again for ever.
      if (done >= blob.size()) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }

  private Void attempt(OutputStream to) throws IOException {
    String path = "/v2/" + repository + "/blobs/" + blob.digest();
    Request whole = Request.bulk("GET", session.uri(path), Map.of());
    Request request = done == 0 ? whole : whole.withHeader("Range", "bytes=" + done + "-");
    return session.<Void, IOException>once(
        request,
        Scope.pull(repository),
        response -> {
          skip(response);
          copy(response.body(), to);
          return null;
        });
  }

  /** A server that knows no ranges begins at the beginning. */
  private void skip(Response response) throws RegistryException {
    if (response.status() == 206) {
      String range = response.header("Content-Range").orElse("");
      if (done == 0 || !range.startsWith("bytes " + done + "-")) {
        throw RegistryException.protocol(
            session.registry() + " answers with another part of " + blob.digest() + ".");
      }
    } else if (response.status() != 200) {
      throw StatusFailure.of(response, repository + "@" + blob.digest());
    } else {
      byte[] chunk = new byte[CHUNK];
      for (long left = done; left > 0; ) {
        int read = response.body().read(chunk, 0, (int) Math.min(chunk.length, left));
        if (read < 0) {
          return;
        }
        left -= read;
      }
    }
  }

  /** Never takes more than the descriptor promises: a hostile server must not fill the disk. */
  private void copy(InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      if (done + read > blob.size()) {
        throw RegistryException.protocol(
            session.registry() + " answers with more than the size of " + blob.digest() + ".");
      }
      if (Thread.interrupted()) {
        throw new InterruptedIOException("The download of " + blob.digest() + " was interrupted.");
      }
      to.write(chunk, 0, read);
      sha256.update(chunk, 0, read);
      done += read;
    }
  }
}
