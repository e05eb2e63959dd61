package io.jenkins.plugins.aiimage.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A request as it came to a {@link FaultyRegistry}. */
public final class Asked {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final AtomicLong received = new AtomicLong();

  /**
   * @param headers by name in lower case
   */
  Asked(String method, String path, Map<String, String> headers) {
    this.method = method;
    this.path = path;
    this.headers = Map.copyOf(headers);
  }

  public String method() {
    return method;
  }

  /** With its query. */
  public String path() {
    return path;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The bytes of its body so far. */
  public long received() {
    return received.get();
  }

  void receive(long bytes) {
    received.addAndGet(bytes);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
