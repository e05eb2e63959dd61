package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A registry, or the way to it, failed; the message is one sentence and holds no secret. */
public final class RegistryException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What a caller may want to tell apart. */
  public enum Kind {
    /** 401 or 403, or a credential that must not be sent where the registry wants it. */
    REFUSED,
    /** Docker's configuration or a credential helper could not be read. */
    CREDENTIALS,
    NOT_FOUND,
    /** No connection: address unknown, refused, reset, no TLS. */
    UNREACHABLE,
    /** A certificate that this JVM does not trust. */
    UNTRUSTED,
    TIMED_OUT,
    /** 429. */
    THROTTLED,
    /** 5xx. */
    SERVER_ERROR,
    /** An answer that a registry does not give: wrong type, wrong digest, half a body. */
    PROTOCOL
  }

  private final Kind kind;
  private final boolean passing;
  private final transient Duration retryAfter;

  private RegistryException(
      Kind kind, String message, boolean passing, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  static RegistryException of(Kind kind, String message) {
    return new RegistryException(kind, message, false, null, null);
  }

  static RegistryException of(Kind kind, String message, Throwable cause) {
    return new RegistryException(kind, message, false, null, cause);
  }

  static RegistryException protocol(String message) {
    return of(Kind.PROTOCOL, message);
  }

  /** A failure that may be gone at the next attempt. */
  static RegistryException passing(Kind kind, String message, Throwable cause) {
    return new RegistryException(kind, message, true, null, cause);
  }

  /** A failure that may be gone at the next attempt, not before the time that the server named. */
  static RegistryException passing(Kind kind, String message, Optional<Duration> retryAfter) {
    return new RegistryException(kind, message, true, retryAfter.orElse(null), null);
  }

  public Kind kind() {
    return kind;
  }

  /** How long the server asked to wait, where it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Whether the same request may succeed a little later: 429, 5xx, a connection cut. */
  public boolean isPassing() {
    return passing;
  }
}
