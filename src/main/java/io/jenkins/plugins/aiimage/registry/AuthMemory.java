package io.jenkins.plugins.aiimage.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What this JVM has learnt about registries' ways to let somebody in: whether one asks for Basic,
 * and the tokens still valid. A token belongs to one registry, one credential and one scope.
 */
final class AuthMemory {
  /** A token this close to its end is not used any more. */
  private static final long MARGIN = Duration.ofSeconds(5).toNanos();

  private record Key(RegistryHost registry, Credentials credentials, Scope scope) {}

  private record Token(String value, long usableUntil) {}

  private final LongSupplier nanoTime;

  /** By address as text: a record's first hashCode costs a cold JVM some 20 ms. */
  private final Map<String, String> schemes = new ConcurrentHashMap<>();

  private final Map<Key, Token> tokens = new ConcurrentHashMap<>();

  AuthMemory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The scheme it challenged with last: {@code basic} or {@code bearer}. */
  Optional<String> scheme(RegistryHost registry) {
    return Optional.ofNullable(schemes.get(registry.base()));
  }

  void rememberScheme(RegistryHost registry, String scheme) {
    schemes.put(registry.base(), scheme);
  }

  Optional<String> token(RegistryHost registry, Credentials credentials, Scope scope) {
    Token token = tokens.get(new Key(registry, credentials, scope));
    return token != null && token.usableUntil - nanoTime.getAsLong() > 0
        ? Optional.of(token.value)
        : Optional.empty();
  }

  void rememberToken(
      RegistryHost registry, Credentials credentials, Scope scope, String value, Duration valid) {
    long now = nanoTime.getAsLong();
    tokens.values().removeIf(token -> token.usableUntil - now <= 0);
    Token token = new Token(value, now + valid.toNanos() - MARGIN);
    tokens.put(new Key(registry, credentials, scope), token);
  }

  void forgetToken(RegistryHost registry, Credentials credentials, Scope scope) {
    tokens.remove(new Key(registry, credentials, scope));
  }
}
