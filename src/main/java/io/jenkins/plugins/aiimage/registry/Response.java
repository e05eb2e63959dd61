package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer whose body is still to be read. Closing it keeps the connection for the next one. */
final class Response implements AutoCloseable {
  /** More than this is not worth reading for a connection that can be made anew. */
  private static final int WORTH_DRAINING = 64 * 1024;

  private final Request request;
  private final HttpURLConnection connection;
  private final int status;
  private final Duration bodyTime;
  private ResponseBody body;

  Response(Request request, HttpURLConnection connection, int status, Duration bodyTime) {
    this.request = request;
    this.connection = connection;
    this.status = status;
    this.bodyTime = bodyTime;
  }

  Request request() {
    return request;
  }

  int status() {
    return status;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name));
  }

  List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, List<String>> header : connection.getHeaderFields().entrySet()) {
      if (name.equalsIgnoreCase(header.getKey())) {
        values.addAll(header.getValue());
      }
    }
    return values;
  }

  /** Without parameters, in lower case; empty if the server named none. */
  String mediaType() {
    String type = header("Content-Type").orElse("");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** Empty if the server did not name it. */
  Optional<Long> contentLength() {
    long length = connection.getContentLengthLong();
    return length < 0 ? Optional.empty() : Optional.of(length);
  }

  /** What is left of the body; every failure to read it is a {@link RegistryException}. */
  ResponseBody body() throws RegistryException {
    if (body == null) {
      body = new ResponseBody(rawBody(), request.uri(), expectedLength(), bodyTime);
    }
    return body;
  }

  @Override
  public void close() {
    try (ResponseBody rest = body()) {
      if (!rest.drain(WORTH_DRAINING)) {
        connection.disconnect();
      }
    } catch (IOException e) {
      connection.disconnect();
    }
  }

  private long expectedLength() {
    return request.method().equals("HEAD") ? 0 : contentLength().orElse(-1L);
  }

  private InputStream rawBody() throws RegistryException {
    try {
      InputStream raw = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
      return raw == null ? InputStream.nullInputStream() : raw;
    } catch (IOException e) {
      throw TransportFailure.of(request.uri(), e, false);
    }
  }
}
