package io.jenkins.plugins.aiimage.registry;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One repository's manifests and tags. A <em>reference</em> is a tag, or a digest written {@code
 * sha256:HEX}.
 */
public final class Repository {
  private static final int LARGEST_MANIFEST = 4 << 20;
  private static final Map<String, String> ACCEPT = Map.of("Accept", MediaTypes.ACCEPT);

  private final Session session;
  private final String name;

  Repository(Session session, String name) {
    this.session = session;
    this.name = name;
  }

  public String name() {
    return name;
  }

  public Blobs blobs() {
    return new Blobs(session, name);
  }

  /** One HEAD request: is it there, and under which digest? */
  public Optional<Descriptor> head(String reference) throws RegistryException {
    Request request = Request.of("HEAD", manifest(reference), ACCEPT);
    return session.send(
        request,
        Scope.pull(name),
        response -> {
          if (response.status() == 404) {
            return Optional.empty();
          }
          String mediaType = manifestType(response, reference);
          Optional<Digest> digest = announced(response, reference);
          Optional<Long> size = response.contentLength();
          return digest.isPresent() && size.isPresent()
              ? Optional.of(new Descriptor(mediaType, digest.get(), size.get()))
              : Optional.of(get(reference).descriptor());
        });
  }

  /**
   * The manifest, its digest verified.
   *
   * @throws RegistryException of kind {@code NOT_FOUND} if there is none
   */
  public Manifest get(String reference) throws RegistryException {
    Request request = Request.of("GET", manifest(reference), ACCEPT);
    return session.send(
        request,
        Scope.pull(name),
        response -> {
          String mediaType = manifestType(response, reference);
          byte[] bytes = response.body().readUpTo(LARGEST_MANIFEST);
          Manifest manifest = new Manifest(mediaType, bytes);
          // A digest that was asked for holds, whether or not the registry names it.
          Optional<Digest> promised =
              announced(response, reference).or(() -> Digest.tryParse(reference));
          if (promised.isPresent() && !promised.get().equals(manifest.digest())) {
            throw wrongDigest(reference, manifest.digest());
          }
          return manifest;
        });
  }

  /**
   * Stores a manifest, whose blobs must be there, under a tag or its own digest.
   *
   * @return its digest, which the registry has confirmed
   */
  public Digest put(String reference, Manifest manifest) throws RegistryException {
    Request request =
        Request.of("PUT", manifest(reference), Map.of())
            .withBody(manifest.mediaType(), new RequestBody.Bytes(manifest.bytes()));
    return session.send(
        request,
        Scope.push(name),
        response -> {
          // 202 is not success: a proxy may say it and store nothing.
          if (response.status() != 201 && response.status() != 200) {
            throw StatusFailure.of(response, what(reference));
          }
          Optional<String> stored = response.header("Docker-Content-Digest");
          if (stored.isPresent() && !stored.get().equals(manifest.digest().toString())) {
            throw RegistryException.protocol(
                session.registry()
                    + " stored "
                    + what(reference)
                    + " changed: its digest is "
                    + Digest.tryParse(stored.get()).map(Digest::toString).orElse("malformed")
                    + " instead of "
                    + manifest.digest()
                    + ".");
          }
          return manifest.digest();
        });
  }

  /**
   * Points another tag at what a reference means: the same bytes, two requests, no layer moved.
   *
   * @return the digest of both
   */
  public Digest tag(String from, String tag) throws RegistryException {
    ImageReference.requireTag(tag);
    return put(tag, get(from));
  }

  /**
   * Deletes a manifest by digest or, where the registry can (distribution 2.8.2 cannot), a tag.
   *
   * @throws RegistryException of kind {@code NOT_FOUND} if there is none
   */
  public void delete(String reference) throws RegistryException {
    Request request = Request.of("DELETE", manifest(reference), Map.of());
    session.send(
        request,
        Scope.delete(name),
        response -> {
          if (response.status() == 405) {
            throw RegistryException.of(
                Kind.REFUSED,
                session.registry()
                    + " does not delete: have its administrator enable it (distribution:"
                    + " storage.delete.enabled: true); space comes free when the registry's own"
                    + " garbage-collect has run.");
          }
          if (response.status() != 202 && response.status() != 200) {
            throw StatusFailure.of(response, what(reference));
          }
          return null;
        });
  }

  /**
   * All tags, in the registry's order.
   *
   * @throws RegistryException of kind {@code NOT_FOUND} if the repository does not exist
   */
  public List<String> tags() throws RegistryException {
    return new TagList(session, name).read();
  }

  private URI manifest(String reference) {
    if (reference.indexOf(':') >= 0) {
      Digest.parse(reference);
    } else {
      ImageReference.requireTag(reference);
    }
    return session.uri("/v2/" + name + "/manifests/" + reference);
  }

  private String manifestType(Response response, String reference) throws RegistryException {
    if (response.status() != 200) {
      throw StatusFailure.of(response, what(reference));
    }
    String type = response.mediaType();
    if (MediaTypes.isManifest(type)) {
      return type;
    }
    String problem =
        MediaTypes.isSchema1(type)
            ? " as an outdated schema 1 manifest: push it again with a current tool."
            : " as \""
                + type
                + "\", not as a manifest: check the address and the proxies before it.";
    throw RegistryException.protocol(session.registry() + " answers " + what(reference) + problem);
  }

  /** The digest that the registry names, if it names one. */
  private Optional<Digest> announced(Response response, String reference) throws RegistryException {
    Optional<String> header = response.header("Docker-Content-Digest");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.tryParse(header.get());
    if (digest.isEmpty()) {
      throw RegistryException.protocol(
          session.registry() + " names a malformed digest for " + what(reference) + ".");
    }
    if (reference.indexOf(':') >= 0 && !digest.get().toString().equals(reference)) {
      throw wrongDigest(reference, digest.get());
    }
    return digest;
  }

  private RegistryException wrongDigest(String reference, Digest actual) {
    return RegistryException.protocol(
        session.registry()
            + " answers "
            + what(reference)
            + " with the content of "
            + actual
            + ": the registry or a proxy changed it.");
  }

  private String what(String reference) {
    return name + (reference.indexOf(':') >= 0 ? "@" : ":") + reference;
  }
}
