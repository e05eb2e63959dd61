package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.util.Optional;

/**
 * What a Docker engine says of a push.
 *
 * @param id of the layer that it is about; empty if it is about none
 * @param status in the engine's words; empty if there is none
 * @param current bytes of the layer that were read so far; 0 if that is not said
 * @param total bytes of the layer; 0 if that is not said
 */
record PushMessage(
    String id,
    String status,
    long current,
    long total,
    Optional<Digest> digest,
    Optional<String> error) {
  private static final String DIGEST = "digest: ";

  /** A line of the engine's API; empty if it is none. */
  static Optional<PushMessage> ofJson(String line) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      JsonObject progress = object(json, "progressDetail");
      String status = text(json, "status");
      String said = text(object(json, "aux"), "Digest");
      String detail = text(object(json, "errorDetail"), "message");
      // An answer that is no stream has its error in a member of another name.
      String error = firstOf(detail, text(json, "error"), text(json, "message"));
      return Optional.of(
          new PushMessage(
              text(json, "id"),
              status,
              number(progress, "current"),
              number(progress, "total"),
              Digest.tryParse(said).or(() -> digest(status)),
              error.isEmpty() ? Optional.empty() : Optional.of(error)));
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A line of {@code docker push} without a terminal: {@code 4b97606b0baa: Pushed}. */
  static PushMessage ofLine(String line) {
    int colon = line.indexOf(": ");
    Optional<Digest> digest = digest(line);
    boolean layer = colon > 0 && digest.isEmpty();
    return new PushMessage(
        layer ? line.substring(0, colon) : "",
        layer ? line.substring(colon + 2).strip() : line,
        0,
        0,
        digest,
        Optional.empty());
  }

  /** The last line is {@code TAG: digest: sha256:… size: 736}. */
  private static Optional<Digest> digest(String text) {
    int at = text.indexOf(DIGEST);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = text.substring(at + DIGEST.length());
    int end = rest.indexOf(' ');
    return Digest.tryParse(end < 0 ? rest : rest.substring(0, end));
  }

  private static String firstOf(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static JsonObject object(JsonObject json, String member) {
    JsonElement value = json.get(member);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  private static String text(JsonObject json, String member) {
    JsonElement value = json.get(member);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static long number(JsonObject json, String member) {
    JsonElement value = json.get(member);
    return value != null && value.isJsonPrimitive() ? Math.max(0, value.getAsLong()) : 0;
  }
}
