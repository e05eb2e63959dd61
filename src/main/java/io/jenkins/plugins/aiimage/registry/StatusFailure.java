package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.nio.charset.StandardCharsets;

/** What a status that was not hoped for means. */
final class StatusFailure {
  private static final int LONGEST_BODY = 64 * 1024;
  private static final int LONGEST_MESSAGE = 200;

  private StatusFailure() {}

  /**
   * @param what was asked for, such as {@code ai/app:1}
   */
  static RegistryException of(Response response, String what) {
    int status = response.status();
    String answer =
        response.request().uri().getAuthority() + " answered " + status + " for " + what;
    String sentence = answer + detail(response);
    return switch (status) {
      case 401, 403 ->
          RegistryException.of(Kind.REFUSED, sentence + ": check the credential and its rights.");
      case 404 -> RegistryException.of(Kind.NOT_FOUND, sentence + ": check the name.");
      case 429 ->
          RegistryException.passing(
              Kind.THROTTLED,
              sentence + ": too many requests; wait, log in or use a mirror.",
              response.header("Retry-After").flatMap(RetryAfter::parse));
      case 500, 502, 503, 504 ->
          RegistryException.passing(
              Kind.SERVER_ERROR,
              sentence + ": try again later.",
              response.header("Retry-After").flatMap(RetryAfter::parse));
      default ->
          status > 500
              ? RegistryException.of(Kind.SERVER_ERROR, sentence + ": it cannot do this.")
              : RegistryException.protocol(sentence + ": check that it is a registry.");
    };
  }

  /** The registry's own words, where it has some. */
  private static String detail(Response response) {
    try {
      byte[] body = response.body().readUpTo(LONGEST_BODY);
      if (body.length == 0 || body[0] != '{') {
        return "";
      }
      JsonObject error =
          JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
              .getAsJsonObject()
              .getAsJsonArray("errors")
              .get(0)
              .getAsJsonObject();
      String message = error.has("message") ? ", " + error.get("message").getAsString() : "";
      return " (" + printable(error.get("code").getAsString() + message) + ")";
    } catch (RegistryException
        | JsonParseException
        | IllegalStateException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST_MESSAGE); i++) {
      char c = text.charAt(i);
      printable.append(Character.isISOControl(c) ? ' ' : c);
    }
    return printable.toString();
  }
}
