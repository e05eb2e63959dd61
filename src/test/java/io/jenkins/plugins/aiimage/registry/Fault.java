package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.util.Arrays;

/** A way in which a registry, or something on the way to it, misbehaves. */
@FunctionalInterface
public interface Fault {
  void answer(Exchange exchange) throws IOException, InterruptedException;

  /** Something that happens meanwhile. */
  @FunctionalInterface
  interface Event {
    void happen() throws IOException;
  }

  /** Takes the connection and never says a word. */
  Fault SILENCE = exchange -> exchange.awaitEnd(Long.MAX_VALUE);

  /** Answers a byte at a time, far too slowly. */
  Fault DRIP =
      exchange -> {
        try (RegistryAnswer answer = exchange.ask()) {
          for (byte one : answer.head()) {
            exchange.write(new byte[] {one});
            if (exchange.awaitEnd(50)) {
              return;
            }
          }
        }
        exchange.end();
      };

  /** Answers with the head and not all of the body. */
  Fault HALF_BODY = bodyUpTo(Integer.MAX_VALUE);

  /** Answers with the right length and the wrong bytes. */
  Fault OTHER_BYTES =
      exchange -> {
        try (RegistryAnswer answer = exchange.ask()) {
          byte[] body = answer.body().readAllBytes();
          exchange.write(answer.head());
          if (!exchange.method().equals("HEAD") && body.length > 0) {
            body[body.length / 2] ^= 1;
            exchange.write(body);
          }
        }
      };

  /** The connection is reset before anything was done. */
  Fault CUT = Exchange::cut;

  /** Everything is done, and the connection is reset before the answer. */
  Fault LOST_ANSWER =
      exchange -> {
        exchange.ask().close();
        exchange.cut();
      };

  /** Another answer than the registry's, which is not asked. */
  static Fault status(int status, String... headers) {
    return exchange -> exchange.send(status, headers);
  }

  /** The same, without waiting for what the client has to send. */
  static Fault early(int status, String... headers) {
    return exchange -> exchange.sendEarly(status, headers);
  }

  /** The registry's answer with another header, or without it where the value is empty. */
  static Fault header(String name, String value) {
    return exchange -> {
      try (RegistryAnswer answer = exchange.ask()) {
        answer.set(name, value);
        exchange.send(answer);
      }
    };
  }

  /** Sends on to the same path elsewhere. */
  static Fault redirect(String url) {
    return exchange -> exchange.send(307, "Location", url + exchange.path());
  }

  /** Answers with the head and so much of the body, at most half of it. */
  static Fault bodyUpTo(int bytes) {
    return exchange -> {
      try (RegistryAnswer answer = exchange.ask()) {
        byte[] body = answer.body().readAllBytes();
        exchange.write(answer.head());
        if (body.length > 0) {
          exchange.write(Arrays.copyOf(body, Math.min(bytes, body.length / 2)));
          exchange.end();
        }
      }
    };
  }

  /** The connection is reset when so much of the request's body has gone through. */
  static Fault cutAfter(long bytes) {
    return exchange -> {
      exchange.passUpTo(bytes);
      exchange.cut();
    };
  }

  /** Something happens before the registry sees the request. */
  static Fault before(Event event) {
    return exchange -> {
      event.happen();
      exchange.pass();
    };
  }

  /** Something happens after the registry has answered and before the client knows. */
  static Fault after(Event event) {
    return exchange -> {
      try (RegistryAnswer answer = exchange.ask()) {
        event.happen();
        exchange.send(answer);
      }
    };
  }
}
