package io.jenkins.plugins.aiimage.trivy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a database that was installed. It holds only for the very one: Trivy may have
 * fetched another since.
 *
 * @param digest of the manifest it came by
 * @param bytes of the database's file
 */
record Received(Digest digest, Instant updatedAt, long bytes) {

  /** Empty if it is none; that costs a download, no more. */
  static Optional<Received> parse(String json) {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      return Optional.of(
          new Received(
              Digest.parse(object.get("digest").getAsString()),
              Instant.parse(object.get("updatedAt").getAsString()),
              object.get("bytes").getAsLong()));
    } catch (RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      return Optional.empty();
    }
  }

  String json() {
    JsonObject object = new JsonObject();
    object.addProperty("digest", digest.toString());
    object.addProperty("updatedAt", updatedAt.toString());
    object.addProperty("bytes", bytes);
    return object.toString();
  }
}
