package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.registry.Proxies;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Diagnosis.Index;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** One request to a package index. */
final class IndexQuestion {
  private static final int MOST_READ = 1 << 16;
  private static final int ENOUGH_TO_TELL = 1 << 13;

  private final IndexAddress address;
  private final Proxies proxies;
  private final Duration timeout;
  private volatile HttpURLConnection connection;

  IndexQuestion(IndexAddress address, Proxies proxies, Duration timeout) {
    this.address = address;
    this.proxies = proxies;
    this.timeout = timeout;
  }

  /** Asks; never fails. */
  Index ask() {
    URI page = address.page();
    try {
      HttpURLConnection open = (HttpURLConnection) page.toURL().openConnection(proxies.of(page));
      connection = open;
      open.setConnectTimeout((int) timeout.toMillis());
      open.setReadTimeout((int) timeout.toMillis());
      // A redirect to another host would get the credentials.
      open.setInstanceFollowRedirects(false);
      open.setRequestProperty("Range", "bytes=0-" + (MOST_READ - 1));
      open.setRequestProperty("Accept", "text/html");
      address.userInfo().ifPresent(info -> open.setRequestProperty("Authorization", basic(info)));
      return answer(open);
    } catch (RegistryException e) {
      return silent(e.getMessage());
    } catch (IOException | RuntimeException e) {
      return silent(words(e));
    } finally {
      cut();
    }
  }

  /** Ends a question that takes too long, from another thread. */
  void cut() {
    HttpURLConnection open = connection;
    if (open != null) {
      open.disconnect();
    }
  }

  Index silent(String why) {
    return new Index(
        address.base(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
  }

  private Index answer(HttpURLConnection open) throws IOException {
    long began = System.nanoTime();
    int status = open.getResponseCode();
    Duration firstByte = Duration.ofNanos(System.nanoTime() - began);
    Optional<Long> speed = status < 300 ? speed(open) : Optional.empty();
    return new Index(
        address.base(), Optional.of(status), Optional.of(firstByte), speed, problem(status));
  }

  private static Optional<Long> speed(HttpURLConnection open) throws IOException {
    long began = System.nanoTime();
    int bytes = 0;
    try (InputStream in = open.getInputStream()) {
      byte[] buffer = new byte[MOST_READ];
      int read = in.read(buffer);
      while (read >= 0 && bytes + read < MOST_READ) {
        bytes += read;
        read = in.read(buffer);
      }
      bytes += Math.max(0, read);
    }
    long nanos = Math.max(1, System.nanoTime() - began);
    return bytes < ENOUGH_TO_TELL ? Optional.empty() : Optional.of((long) (bytes * 1e9 / nanos));
  }

  /** An index that has no page of that package may have others. */
  private static Optional<String> problem(int status) {
    if (status < 400 || status == 404) {
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case 401, 403, 407 -> "it refuses the access (" + status + ")";
          case 429 -> "it asks for fewer requests (429)";
          default -> "it answers " + status;
        });
  }

  private String words(Exception e) {
    if (e instanceof UnknownHostException) {
      return "its host name is not known here";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer within " + timeout.toMillis() / 1000.0 + " s";
    }
    if (e instanceof ConnectException) {
      return "the connection is refused";
    }
    if (e instanceof SSLException) {
      return "its certificate is not accepted";
    }
    return "the connection breaks";
  }

  private static String basic(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
