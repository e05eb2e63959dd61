package io.jenkins.plugins.aiimage.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** One repository's blobs. */
public final class Blobs {
  private static final String OCTETS = "application/octet-stream";

  private final Session session;
  private final String repository;

  Blobs(Session session, String repository) {
    this.session = session;
    this.repository = repository;
  }

  /** Whether the repository holds it: one HEAD request. */
  public boolean has(Digest digest) throws RegistryException {
    return session.send(
        Request.of("HEAD", blob(digest), Map.of()),
        Scope.pull(repository),
        response -> {
          if (response.status() != 200 && response.status() != 404) {
            throw StatusFailure.of(response, what(digest));
          }
          return response.status() == 200;
        });
  }

  /**
   * Writes a blob to a stream and verifies it; a connection cut is resumed where it broke, as often
   * as the retry policy says.
   *
   * @throws RegistryException if it did not come; what was written then is not to be used
   * @throws IOException if the stream failed
   */
  public void download(Descriptor blob, OutputStream to) throws IOException {
    new BlobDownload(session, repository, blob).run(to);
  }

  /**
   * The same to a file, going on after the bytes that an earlier download has left there. After a
   * wrong digest the file is gone.
   */
  public void download(Descriptor blob, Path to) throws IOException {
    new BlobDownload(session, repository, blob).run(to);
  }

  /** A small blob, such as a configuration, verified and held in memory. */
  public byte[] get(Descriptor blob) throws RegistryException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      download(blob, bytes);
    } catch (RegistryException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail to be written.", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Uploads a blob: POST, then PUT with the digest (distribution 2.8.2 answers the one-shot POST
   * with 202 and stores nothing). Not retried; ask {@link #has} first.
   *
   * @throws RegistryException if the registry did not take it
   * @throws IOException if the content could not be read or is shorter than the descriptor says
   */
  public void upload(Descriptor blob, BlobSource content) throws IOException {
    try {
      URI session = start();
      put(session, blob, content);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Uploads as {@link #upload} does; where the connection broke, once more from the beginning. */
  void send(Descriptor blob, BlobSource content) throws IOException {
    session
        .retries()
        .<Void, IOException>run(
            () -> {
              upload(blob, content);
              return null;
            });
  }

  /** Whether blobs can be mounted from one to the other. */
  boolean isInSameRegistry(Blobs other) {
    return session.registry().equals(other.session.registry());
  }

  /**
   * Lets the repository have a blob of another one of the same registry, without moving it.
   *
   * @return whether it did; false where the registry will or can not, and the blob must be uploaded
   */
  public boolean mount(Digest digest, String fromRepository) throws RegistryException {
    ImageReference.requireRepository(fromRepository);
    URI uri =
        session.uri(
            "/v2/" + repository + "/blobs/uploads/?mount=" + digest + "&from=" + fromRepository);
    Scope scope = Scope.push(repository).and(Scope.pull(fromRepository));
    return session
        .retries()
        .<Boolean, RegistryException>run(
            () -> session.send(post(uri), scope, response -> isMounted(response, digest)));
  }

  /** A registry that knows no mounting may say so by any status: it is never needed. */
  private boolean isMounted(Response response, Digest digest) throws RegistryException {
    return switch (response.status()) {
      case 201 -> true;
      case 200, 202, 400, 404, 405, 415, 501 -> false;
      default -> throw StatusFailure.of(response, what(digest));
    };
  }

  private URI start() throws RegistryException {
    return session.send(
        post(session.uri("/v2/" + repository + "/blobs/uploads/")),
        Scope.push(repository),
        response -> {
          if (response.status() != 202) {
            throw StatusFailure.of(response, "an upload to " + repository);
          }
          return Origin.resolve(
              response.request().uri(), response.header("Location").orElse("no location"));
        });
  }

  private void put(URI location, Descriptor blob, BlobSource content) throws RegistryException {
    String separator = location.getRawQuery() == null ? "?" : "&";
    URI uri = URI.create(location + separator + "digest=" + blob.digest());
    Request request =
        Request.of("PUT", uri, Map.of())
            .withBody(OCTETS, new RequestBody.Streamed(content, blob.size()));
    session.send(
        request,
        Scope.push(repository),
        response -> {
          if (response.status() != 201 && response.status() != 200) {
            throw StatusFailure.of(response, what(blob.digest()));
          }
          return null;
        });
  }

  private static Request post(URI uri) {
    return Request.of("POST", uri, Map.of()).withBody(OCTETS, new RequestBody.Bytes(new byte[0]));
  }

  private URI blob(Digest digest) {
    return session.uri("/v2/" + repository + "/blobs/" + digest);
  }

  private String what(Digest digest) {
    return repository + "@" + digest;
  }
}
