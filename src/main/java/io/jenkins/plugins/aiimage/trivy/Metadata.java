package io.jenkins.plugins.aiimage.trivy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What stands beside a database about it.
 *
 * @param updatedAt when its content was made; the checks do not tell, and have the time when they
 *     were last compared with their source
 * @param nextUpdate from when on there may be a newer one
 * @param digest of the manifest it came by, if that stands there
 */
record Metadata(Instant updatedAt, Instant nextUpdate, Optional<Digest> digest) {
  private static final Duration CHECKS_LAST = Duration.ofHours(24);

  /**
   * Reads a {@code metadata.json}.
   *
   * @throws ArtifactException if Trivy could make nothing of it
   */
  static Metadata parse(Database database, String json) throws ArtifactException {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      return database.isFolder() ? ofChecks(object) : of(database, object);
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | NullPointerException
        | DateTimeException e) {
      throw new ArtifactException("Its metadata.json is malformed.");
    }
  }

  private static Metadata of(Database database, JsonObject object) throws ArtifactException {
    int version = object.get("Version").getAsInt();
    if (version != database.version()) {
      throw new ArtifactException(
          "It has version " + version + ", and Trivy wants " + database.version() + ".");
    }
    Instant updatedAt = time(object.get("UpdatedAt"));
    JsonElement next = object.get("NextUpdate");
    return new Metadata(updatedAt, next == null ? updatedAt : time(next), Optional.empty());
  }

  private static Metadata ofChecks(JsonObject object) throws ArtifactException {
    JsonElement major = object.get("MajorVersion");
    JsonElement custom = object.get("CustomBuild");
    boolean own = custom != null && custom.getAsBoolean();
    if (!own && (major == null || major.getAsInt() != Database.CHECKS.version())) {
      throw new ArtifactException("It has another version than Trivy wants.");
    }
    Instant downloadedAt = time(object.get("DownloadedAt"));
    return new Metadata(
        downloadedAt,
        downloadedAt.plus(CHECKS_LAST),
        Digest.tryParse(object.get("Digest").getAsString()));
  }

  private static Instant time(JsonElement value) {
    return OffsetDateTime.parse(value.getAsString()).toInstant();
  }

  /**
   * The same file with the time of its arrival, without which Trivy takes the database for broken.
   * All else stays, also what this program does not know.
   */
  static String stamped(String json, Instant downloadedAt) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    object.addProperty("DownloadedAt", downloadedAt.toString());
    return object.toString();
  }

  /**
   * What Trivy writes beside checks.
   *
   * @param majorVersion 0 for checks that somebody made of their own
   */
  static String checks(Digest digest, int majorVersion, Instant downloadedAt) {
    JsonObject object = new JsonObject();
    object.addProperty("Digest", digest.toString());
    object.addProperty("DownloadedAt", downloadedAt.toString());
    object.addProperty("MajorVersion", majorVersion);
    if (majorVersion == 0) {
      object.addProperty("CustomBuild", true);
    }
    return object.toString();
  }

  /**
   * Whether nobody need be asked for a newer one. A time in the future says that a clock is wrong;
   * then it is better to ask.
   *
   * @param maxAge beyond which it is due whatever it says itself
   */
  boolean isFresh(Instant now, Duration maxAge) {
    return now.isBefore(nextUpdate) && !updatedAt.isAfter(now) && !isOlderThan(maxAge, now);
  }

  boolean isOlderThan(Duration maxAge, Instant now) {
    return age(now).compareTo(maxAge) > 0;
  }

  /** Never negative. */
  Duration age(Instant now) {
    return updatedAt.isAfter(now) ? Duration.ZERO : Duration.between(updatedAt, now);
  }

  /** Whether it should take the place of another. One that comes from the future keeps none. */
  boolean isNewerThan(Metadata other, Instant now) {
    return updatedAt.isAfter(other.updatedAt)
        || (other.updatedAt.isAfter(now) && !updatedAt.isAfter(now));
  }
}
