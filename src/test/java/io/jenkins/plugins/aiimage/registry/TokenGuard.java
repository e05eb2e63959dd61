package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wants Bearer tokens and hands them out for a password. A token is worth a number of requests and
 * no more, however long it is said to last.
 */
public final class TokenGuard implements Fault {
  private final String authorization;
  private final int requestsEach;
  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  public TokenGuard(String user, String password, int requestsEach) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.requestsEach = requestsEach;
  }

  /** All that were handed out. */
  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String sent = exchange.asked().header("Authorization").orElse("");
    if (exchange.path().startsWith("/token")) {
      token(exchange, sent);
    } else if (isGood(sent)) {
      exchange.pass();
    } else {
      String realm = "http://" + exchange.asked().header("Host").orElse("") + "/token";
      exchange.sendEarly(
          401, "WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"faulty\"");
    }
  }

  private boolean isGood(String sent) {
    AtomicInteger worth = left.get(sent);
    return worth != null && worth.getAndDecrement() > 0;
  }

  private void token(Exchange exchange, String sent) throws IOException {
    if (!sent.equals(authorization)) {
      exchange.send(401);
      return;
    }
    String token = "secret-token-" + tokens.size() + "-" + System.nanoTime();
    tokens.add(token);
    left.put("Bearer " + token, new AtomicInteger(requestsEach));
    String body = "{\"token\":\"" + token + "\",\"expires_in\":300}";
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
    exchange.write((head + body).getBytes(StandardCharsets.UTF_8));
  }
}
