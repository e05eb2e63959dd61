package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image runs on.
 *
 * @param variant of the architecture, such as {@code v7}; empty if none is named
 */
public record Platform(String os, String architecture, String variant) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+/[a-z0-9_]+(/[a-z0-9]+)?");

  /** Parses {@code OS/ARCHITECTURE} or {@code OS/ARCHITECTURE/VARIANT}; empty if it is neither. */
  public static Optional<Platform> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    String[] parts = text.split("/", 3);
    return Optional.of(new Platform(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
  }

  /**
   * The platform that an image's configuration names.
   *
   * @throws RegistryException of kind {@code PROTOCOL} if it names none
   */
  static Platform ofConfiguration(byte[] configuration) throws RegistryException {
    try {
      JsonObject root =
          JsonParser.parseString(new String(configuration, StandardCharsets.UTF_8))
              .getAsJsonObject();
      return new Platform(
          root.get("os").getAsString(),
          root.get("architecture").getAsString(),
          root.has("variant") ? root.get("variant").getAsString() : "");
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw RegistryException.protocol(
          "The image's configuration names no platform: build and push the image again.");
    }
  }

  /** Whether both mean the same, as container engines understand them. */
  public boolean isSameAs(Platform other) {
    return usual().equals(other.usual());
  }

  /** With the variant of another where it names none: not every builder notes the variant. */
  public Platform completedBy(Platform other) {
    return variant.isEmpty() ? withVariant(other.variant) : this;
  }

  private Platform withVariant(String other) {
    return new Platform(os, architecture, other);
  }

  /** Other spellings and implied variants as containerd's package platforms reads them. */
  private Platform usual() {
    return switch (architecture) {
      case "x86_64" -> new Platform(os, "amd64", variant).usual();
      case "aarch64" -> new Platform(os, "arm64", variant).usual();
      case "i386" -> new Platform(os, "386", "");
      case "armhf" -> new Platform(os, "arm", "v7");
      case "armel" -> new Platform(os, "arm", "v6");
      case "amd64" -> variant.equals("v1") ? withVariant("") : this;
      case "arm64" -> variant.equals("v8") || variant.equals("8") ? withVariant("") : this;
      case "arm" -> arm();
      default -> this;
    };
  }

  private Platform arm() {
    return switch (variant) {
      case "" -> withVariant("v7");
      case "5", "6", "7", "8" -> withVariant("v" + variant);
      default -> this;
    };
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
