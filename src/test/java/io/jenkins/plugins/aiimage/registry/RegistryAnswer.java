package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a real registry said to a {@link FaultyRegistry}, which may change it. */
public final class RegistryAnswer implements AutoCloseable {
  private final Socket registry;
  private final String statusLine;
  private final Map<String, String> headers;

  RegistryAnswer(Socket registry, String statusLine, Map<String, String> headers) {
    this.registry = registry;
    this.statusLine = statusLine;
    this.headers = new LinkedHashMap<>(headers);
    this.headers.remove("connection");
  }

  /** Another value of a header, or no such header where the value is empty. */
  public void set(String name, String value) {
    if (value.isEmpty()) {
      headers.remove(name.toLowerCase(Locale.ROOT));
    } else {
      headers.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  /** Sends whoever goes on from here to another place. */
  public void moveLocation(String from, String to) {
    headers.computeIfPresent("location", (name, url) -> url.replace(from, to));
  }

  /** Whether the client can tell where the body ends without the end of the connection. */
  boolean isFramed() {
    return headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
  }

  byte[] head() {
    StringBuilder head = new StringBuilder(statusLine + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  InputStream body() throws IOException {
    return registry.getInputStream();
  }

  @Override
  public void close() throws IOException {
    registry.close();
  }
}
