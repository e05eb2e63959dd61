package io.jenkins.plugins.aiimage.registry;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * @param bulk whether the answer or the body may be so large that only silence is timed, not the
 *     whole
 */
record Request(
    String method, URI uri, Map<String, String> headers, Optional<RequestBody> body, boolean bulk) {
  Request {
    headers = Map.copyOf(headers);
  }

  static Request of(String method, URI uri, Map<String, String> headers) {
    return new Request(method, uri, headers, Optional.empty(), false);
  }

  static Request bulk(String method, URI uri, Map<String, String> headers) {
    return new Request(method, uri, headers, Optional.empty(), true);
  }

  Request withBody(String contentType, RequestBody newBody) {
    return new Request(
        method,
        uri,
        plus("Content-Type", contentType),
        Optional.of(newBody),
        bulk || newBody instanceof RequestBody.Streamed);
  }

  Request withHeader(String name, String value) {
    return new Request(method, uri, plus(name, value), body, bulk);
  }

  Request to(URI newUri) {
    return new Request(method, newUri, headers, body, bulk);
  }

  /** Whether sending it twice does the same as sending it once. */
  boolean isRepeatable() {
    return switch (method) {
      case "GET", "HEAD" -> true;
      case "PUT" -> body.isPresent() && body.get() instanceof RequestBody.Bytes;
      default -> false;
    };
  }

  private Map<String, String> plus(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
