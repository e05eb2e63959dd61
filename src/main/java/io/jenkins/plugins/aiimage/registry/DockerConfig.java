package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials that {@code docker login} has stored. A helper for the registry is asked first,
 * then the general one, then the file itself. The file is read anew each time it is asked, so that
 * a login is noticed.
 */
public final class DockerConfig implements CredentialSource {
  private final Path file;
  private final CredentialHelper helper;

  /**
   * @param file {@code config.json}; it need not exist
   */
  public DockerConfig(Path file) {
    this(file, new CredentialHelper("docker-credential-", Duration.ofSeconds(30)));
  }

  DockerConfig(Path file, CredentialHelper helper) {
    this.file = file;
    this.helper = helper;
  }

  /** {@code $DOCKER_CONFIG/config.json}, or {@code ~/.docker/config.json}. */
  public static DockerConfig ofUser() {
    return of(System.getenv());
  }

  /** The configuration that a docker client with these environment variables reads. */
  public static DockerConfig of(Map<String, String> environment) {
    return new DockerConfig(file(environment, System.getProperty("user.home")));
  }

  static Path file(Map<String, String> environment, String home) {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    return (folder.isEmpty() ? Path.of(home, ".docker") : Path.of(folder)).resolve("config.json");
  }

  @Override
  public Credentials credentials(RegistryHost registry) throws RegistryException {
    Optional<String> text = read();
    if (text.isEmpty()) {
      return Credentials.NONE;
    }
    Optional<String> program;
    Optional<JsonObject> login;
    try {
      JsonObject config = JsonParser.parseString(text.get()).getAsJsonObject();
      program = helper(config, registry);
      login = find(config, "auths", registry).map(JsonElement::getAsJsonObject);
      if (program.isEmpty()) {
        return login.isPresent() ? parse(login.get()) : Credentials.NONE;
      }
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | ClassCastException
        | UnsupportedOperationException e) {
      // Neither text nor cause is passed on: they may hold a password.
      throw unreadable("is malformed: correct it or run docker login");
    }
    return helper.get(program.get(), registry.configKey());
  }

  private Optional<String> read() throws RegistryException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable("cannot be read: check its permissions");
    }
  }

  private static Optional<String> helper(JsonObject config, RegistryHost registry) {
    Optional<String> own = find(config, "credHelpers", registry).map(JsonElement::getAsString);
    return own.isPresent() ? own : text(config, "credsStore");
  }

  /** The member for this registry, by its own name first. */
  private static Optional<JsonElement> find(
      JsonObject config, String member, RegistryHost registry) {
    if (!config.has(member)) {
      return Optional.empty();
    }
    JsonObject entries = config.getAsJsonObject(member);
    if (entries.has(registry.configKey())) {
      return Optional.of(entries.get(registry.configKey()));
    }
    for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
      String name = hostOf(entry.getKey());
      boolean hub = registry.name().equals(RegistryHost.DOCKER_HUB);
      if (name.equals(registry.name()) || (hub && RegistryHost.isDockerHub(name))) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Keys are written {@code host}, {@code https://host}, {@code https://host/v1/}. Any other path
   * is kept and so never matches: that login is for a part of the registry only.
   */
  static String hostOf(String key) {
    String name = key;
    if (name.startsWith("https://")) {
      name = name.substring("https://".length());
    } else if (name.startsWith("http://")) {
      name = name.substring("http://".length());
    }
    for (String suffix : new String[] {"/", "/v1", "/v2"}) {
      name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
    return name;
  }

  private static Credentials parse(JsonObject login) {
    Optional<String> identity = text(login, "identitytoken");
    if (identity.isPresent()) {
      return new Credentials.IdentityToken(identity.get());
    }
    Optional<String> auth = text(login, "auth");
    if (auth.isPresent()) {
      String pair = new String(Base64.getDecoder().decode(auth.get()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("no colon");
      }
      return new Credentials.Basic(pair.substring(0, colon), pair.substring(colon + 1));
    }
    Optional<String> user = text(login, "username");
    Optional<String> password = text(login, "password");
    return user.isPresent() && password.isPresent()
        ? new Credentials.Basic(user.get(), password.get())
        : Credentials.NONE;
  }

  private static Optional<String> text(JsonObject object, String member) {
    return object.has(member) && !object.get(member).getAsString().isEmpty()
        ? Optional.of(object.get(member).getAsString())
        : Optional.empty();
  }

  private RegistryException unreadable(String what) {
    return RegistryException.of(
        Kind.CREDENTIALS, "Docker's configuration " + file + " " + what + ".");
  }
}
