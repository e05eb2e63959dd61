package io.jenkins.plugins.aiimage.lab;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a server does instead of answering as it should. */
sealed interface Fault {
  /** Another status, with these headers and no content worth reading. */
  record Status(int code, Map<String, String> headers) implements Fault {
    public Status {
      headers = Map.copyOf(headers);
    }
  }

  /** The right answer, trickling. */
  record Slow(int bytesPerSecond) implements Fault {}

  /** The right answer after a while. */
  record Late(Duration by) implements Fault {}

  /** The right answer once the gate is open. */
  record Held(CountDownLatch gate) implements Fault {}

  /** The right answer, spoilt. */
  enum Broken implements Fault {
    /** Takes the request and says nothing. */
    SILENT,
    /** Sends half of the body and then nothing. */
    SILENT_MIDWAY,
    /** Sends half of the body and resets the connection. */
    RESET_MIDWAY,
    /** Sends half of what Content-Length promises and closes properly. */
    CUT_SHORT,
    /** Sends as many bytes, some of them flipped. */
    CORRUPT
  }

  static Fault status(int code) {
    return new Status(code, Map.of());
  }

  /** 429 with that Retry-After. */
  static Fault tooManyRequests(String retryAfter) {
    return new Status(429, Map.of("Retry-After", retryAfter));
  }
}
