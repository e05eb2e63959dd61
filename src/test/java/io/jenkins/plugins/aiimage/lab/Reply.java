package io.jenkins.plugins.aiimage.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The answer to one request, right or wrong. */
final class Reply {
  private static final int DROPS_PER_SECOND = 10;
  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          403, "Forbidden",
          404, "Not Found",
          429, "Too Many Requests",
          503, "Service Unavailable");

  private final Socket connection;
  private final OutputStream out;
  private final String path;

  Reply(Socket connection, String path) throws IOException {
    this.connection = connection;
    this.out = connection.getOutputStream();
    this.path = path;
  }

  /** Sends the file that there is, or 404, or what the fault makes of it. */
  void send(Optional<byte[]> file, Optional<Fault> fault) throws IOException {
    byte[] content = file.orElse(new byte[0]);
    if (fault.isEmpty() && file.isEmpty()) {
      status(404, Map.of());
    } else if (fault.isEmpty()) {
      whole(content);
    } else if (fault.get() instanceof Fault.Status status) {
      status(status.code(), status.headers());
    } else if (fault.get() instanceof Fault.Slow slow) {
      head(200, content.length, Map.of());
      trickle(content, slow.bytesPerSecond());
    } else if (fault.get() instanceof Fault.Late late) {
      pause(late.by());
      whole(content);
    } else if (fault.get() instanceof Fault.Held held) {
      await(held);
      whole(content);
    } else if (fault.get() instanceof Fault.Broken broken) {
      broken(content, broken);
    }
  }

  private void status(int code, Map<String, String> headers) throws IOException {
    byte[] text = ("status " + code + "\n").getBytes(StandardCharsets.UTF_8);
    head(code, text.length, headers);
    out.write(text);
    out.flush();
  }

  private void whole(byte[] content) throws IOException {
    head(200, content.length, Map.of());
    out.write(content);
    out.flush();
  }

  private void broken(byte[] content, Fault.Broken broken) throws IOException {
    switch (broken) {
      case SILENT -> untilTheClientGoes();
      case SILENT_MIDWAY -> {
        half(content);
        untilTheClientGoes();
      }
      case RESET_MIDWAY -> {
        half(content);
        connection.setSoLinger(true, 0);
        connection.close();
      }
      case CUT_SHORT -> half(content);
      case CORRUPT -> {
        byte[] flipped = content.clone();
        for (int at = flipped.length / 2; at < flipped.length / 2 + 16; at++) {
          flipped[at] = (byte) ~flipped[at];
        }
        whole(flipped);
      }
    }
  }

  private void half(byte[] content) throws IOException {
    head(200, content.length, Map.of());
    out.write(content, 0, content.length / 2);
    out.flush();
  }

  private void trickle(byte[] content, int bytesPerSecond) throws IOException {
    int drop = Math.max(1, bytesPerSecond / DROPS_PER_SECOND);
    for (int at = 0; at < content.length; at += drop) {
      out.write(content, at, Math.min(drop, content.length - at));
      out.flush();
      pause(Duration.ofSeconds(1).dividedBy(DROPS_PER_SECOND));
    }
  }

  private void head(int code, int length, Map<String, String> more) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", path.endsWith("/") ? "text/html" : "application/octet-stream");
    headers.put("Content-Length", Integer.toString(length));
    headers.put("Connection", "close");
    StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " " + REASONS.get(code) + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    // In UTF-8, as servers written in Go send the µ of a Retry-After.
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private void untilTheClientGoes() throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // What it says is of no interest.
    }
  }

  private static void await(Fault.Held held) {
    try {
      held.gate().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
