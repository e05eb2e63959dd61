package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;

/**
 * Sends one request and nothing else: no redirect, no credential, no second attempt. {@link
 * HttpURLConnection} because a JVM's first call costs about 120 ms with it, and about 1000 ms with
 * java.net.http.
 */
final class Transport {
  /** Without one of its own, a connection would ask the JVM-wide one for a password. */
  private static final Authenticator NOBODY = new Authenticator() {};

  private final Timeouts timeouts;
  private final Proxies proxies;

  Transport(Timeouts timeouts, Proxies proxies) {
    this.timeouts = timeouts;
    this.proxies = proxies;
  }

  /**
   * @throws RegistryException if there is no answer
   * @throws UncheckedIOException if the content to send could not be read
   */
  Response send(Request request) throws RegistryException {
    Duration limit = request.bulk() ? timeouts.connect().plus(timeouts.idle()) : timeouts.total();
    HttpURLConnection connection = open(request);
    Watchdog watchdog = Watchdog.watch(limit, connection::disconnect);
    boolean answered = false;
    try {
      connect(connection, request, watchdog);
      int status = exchange(connection, request, watchdog);
      answered = true;
      return new Response(
          request, connection, status, request.bulk() ? Duration.ofDays(1) : watchdog.left());
    } finally {
      watchdog.stop();
      if (!answered) {
        connection.disconnect();
      }
    }
  }

  private HttpURLConnection open(Request request) throws RegistryException {
    HttpURLConnection connection;
    try {
      connection =
          (HttpURLConnection) request.uri().toURL().openConnection(proxies.of(request.uri()));
      connection.setRequestMethod(request.method());
    } catch (RegistryException e) {
      throw e;
    } catch (IOException e) {
      throw TransportFailure.of(request.uri(), e, false);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAuthenticator(NOBODY);
    connection.setConnectTimeout(millis(timeouts.connect()));
    connection.setReadTimeout(millis(timeouts.idle()));
    connection.setRequestProperty("User-Agent", "ai-image");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    connection.setDoOutput(request.body().isPresent());
    if (request.body().orElse(null) instanceof RequestBody.Streamed body) {
      connection.setFixedLengthStreamingMode(body.size());
      connection.setReadTimeout(millis(timeouts.commit()));
    }
    return connection;
  }

  private static void connect(HttpURLConnection connection, Request request, Watchdog watchdog)
      throws RegistryException {
    try {
      connection.connect();
    } catch (IOException e) {
      throw TransportFailure.connecting(request.uri(), e, watchdog.hasBarked());
    }
  }

  private int exchange(HttpURLConnection connection, Request request, Watchdog watchdog)
      throws RegistryException {
    try {
      if (request.body().isPresent()) {
        write(request.body().get(), connection.getOutputStream(), watchdog);
      }
      int status = connection.getResponseCode();
      if (status < 0) {
        throw TransportFailure.notHttp(request.uri());
      }
      if (status < 400) {
        // A connection cut amid the headers still has a status; only this reports the cut.
        connection.getInputStream();
      }
      return status;
    } catch (RegistryException e) {
      throw e;
    } catch (IOException e) {
      throw TransportFailure.of(request.uri(), e, watchdog.hasBarked());
    }
  }

  private void write(RequestBody body, OutputStream out, Watchdog watchdog) throws IOException {
    try (out) {
      if (body instanceof RequestBody.Bytes bytes) {
        out.write(bytes.content());
      } else if (body instanceof RequestBody.Streamed streamed) {
        copy(streamed, out, watchdog);
        watchdog.restart(timeouts.commit());
      }
    }
  }

  private void copy(RequestBody.Streamed body, OutputStream out, Watchdog watchdog)
      throws IOException {
    UploadStream upload =
        new UploadStream(out, body.size(), () -> watchdog.restart(timeouts.idle()));
    try {
      body.source().writeTo(upload);
      upload.requireWhole();
    } catch (IOException e) {
      if (upload.isBroken()) {
        throw e;
      }
      throw new UncheckedIOException(e);
    }
  }

  private static int millis(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toMillis()));
  }
}
