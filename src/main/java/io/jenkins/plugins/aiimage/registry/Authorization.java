package io.jenkins.plugins.aiimage.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The value of an {@code Authorization} header.
 *
 * @param renewable whether a refusal may only mean that it is too old
 */
record Authorization(String header, boolean renewable) {
  static Authorization basic(Credentials.Basic credentials) {
    byte[] pair =
        (credentials.user() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8);
    return new Authorization("Basic " + Base64.getEncoder().encodeToString(pair), false);
  }

  static Authorization fresh(String token) {
    return new Authorization("Bearer " + token, false);
  }

  static Authorization remembered(String token) {
    return new Authorization("Bearer " + token, true);
  }

  @Override
  public String toString() {
    return "Authorization[]";
  }
}
