package io.jenkins.plugins.aiimage.registry;

import java.net.URI;
import java.util.Optional;

/** Requests to one registry: authorised, redirected where harmless, retried where harmless. */
final class Session {
  private static final int MOST_REDIRECTS = 5;

  private final RegistryHost registry;
  private final URI base;
  private final Transport transport;
  private final Authorizer authorizer;
  private final RetryPolicy retries;

  Session(RegistryHost registry, Transport transport, Authorizer authorizer, RetryPolicy retries) {
    this.registry = registry;
    this.base = URI.create(registry.base());
    this.transport = transport;
    this.authorizer = authorizer;
    this.retries = retries;
  }

  /** Makes something of an answer, whatever its status; runs anew for each attempt. */
  @FunctionalInterface
  interface Reader<T, E extends Exception> {
    T read(Response response) throws RegistryException, E;
  }

  RegistryHost registry() {
    return registry;
  }

  RetryPolicy retries() {
    return retries;
  }

  /** The address of a path such as {@code /v2/}. */
  URI uri(String path) {
    return URI.create(registry.base() + path);
  }

  <T, E extends Exception> T send(Request request, Scope scope, Reader<T, E> reader)
      throws RegistryException, E {
    return request.isRepeatable()
        ? retries.<T, E>run(() -> once(request, scope, reader))
        : once(request, scope, reader);
  }

  <T, E extends Exception> T once(Request request, Scope scope, Reader<T, E> reader)
      throws RegistryException, E {
    Optional<Authorization> remembered = authorizer.remembered(scope);
    Response first = follow(request, remembered);
    if (first.status() != 401 || !Origin.isSame(first.request().uri(), base)) {
      return read(first, reader);
    }
    Authorization answer;
    try (first) {
      answer =
          authorizer.answer(Challenge.parse(first.headers("WWW-Authenticate")), scope, remembered);
    }
    return read(follow(request, Optional.of(answer)), reader);
  }

  private static <T, E extends Exception> T read(Response response, Reader<T, E> reader)
      throws RegistryException, E {
    try (response) {
      return reader.read(response);
    }
  }

  /** Only the registry itself is sent the authorization; a redirect elsewhere goes without. */
  private Response follow(Request request, Optional<Authorization> authorization)
      throws RegistryException {
    Request next = request;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Response response = transport.send(authorize(next, authorization));
      Optional<String> location = response.header("Location");
      if (!isRedirect(response.status(), request.method()) || location.isEmpty()) {
        return response;
      }
      try (response) {
        next = next.to(Origin.resolve(next.uri(), location.get()));
      }
    }
    throw RegistryException.protocol(
        registry + " redirects in circles: check its address and the proxies before it.");
  }

  private Request authorize(Request request, Optional<Authorization> authorization) {
    return authorization.isPresent() && Origin.isSame(request.uri(), base)
        ? request.withHeader("Authorization", authorization.get().header())
        : request;
  }

  private static boolean isRedirect(int status, String method) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> method.equals("GET") || method.equals("HEAD");
      default -> false;
    };
  }
}
