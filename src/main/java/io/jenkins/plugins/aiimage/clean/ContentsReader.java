package io.jenkins.plugins.aiimage.clean;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.ManifestContent;
import io.jenkins.plugins.aiimage.registry.MediaTypes;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads manifests and configurations of a repository. */
record ContentsReader(Repository repository) {
  private static final int LARGEST_CONFIGURATION = 4 << 20;

  /** Indexes of indexes are allowed; nobody nests them deeply. */
  private static final int DEEPEST = 4;

  /**
   * What a person's tag points at: of interest is only what it is made of.
   *
   * @throws UnclearException if that is an index that cannot be read
   */
  Contents ofOthers(Descriptor manifest) throws UnclearException {
    return MediaTypes.isIndex(manifest.mediaType()) ? index(manifest, 0, false) : Contents.NONE;
  }

  /**
   * What a tag of this program points at.
   *
   * @throws UnclearException if that is an index that cannot be read
   */
  Contents ofOurs(Descriptor manifest) throws UnclearException {
    return read(manifest, 0, true);
  }

  private Contents read(Descriptor manifest, int depth, boolean dated) throws UnclearException {
    if (MediaTypes.isIndex(manifest.mediaType())) {
      return index(manifest, depth, dated);
    }
    return dated ? image(manifest) : Contents.NONE;
  }

  private Contents index(Descriptor manifest, int depth, boolean dated) throws UnclearException {
    if (depth == DEEPEST) {
      throw new UnclearException(manifest.digest() + " is an index nested too deeply.");
    }
    Contents all = Contents.NONE;
    try {
      ManifestContent content = repository.get(manifest.digest().toString()).content();
      for (Descriptor child : content.manifests()) {
        all = all.and(child.digest().toString(), read(child, depth + 1, dated));
      }
      return all;
    } catch (RegistryException e) {
      // One that is gone needs nothing.
      if (e.kind() == RegistryException.Kind.NOT_FOUND) {
        return Contents.NONE;
      }
      throw new UnclearException(e.getMessage());
    }
  }

  /** Without a date where it cannot be read: then it stays. */
  private Contents image(Descriptor manifest) {
    Map<String, Long> blobs = new HashMap<>();
    try {
      ManifestContent content = repository.get(manifest.digest().toString()).content();
      content.blobs().forEach(blob -> blobs.put(blob.digest().toString(), blob.size()));
      Optional<Instant> created =
          content.config().isPresent() ? created(content.config().get()) : Optional.empty();
      return new Contents(created, blobs, Set.of());
    } catch (RegistryException e) {
      return new Contents(Optional.empty(), blobs, Set.of());
    }
  }

  private Optional<Instant> created(Descriptor configuration) throws RegistryException {
    if (configuration.size() > LARGEST_CONFIGURATION) {
      return Optional.empty();
    }
    byte[] bytes = repository.blobs().get(configuration);
    return created(new String(bytes, StandardCharsets.UTF_8));
  }

  /** When an image was made, as its configuration has it. */
  static Optional<Instant> created(String configuration) {
    try {
      JsonElement created = JsonParser.parseString(configuration).getAsJsonObject().get("created");
      return created == null || created.isJsonNull()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(created.getAsString()).toInstant());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | DateTimeException e) {
      return Optional.empty();
    }
  }
}
