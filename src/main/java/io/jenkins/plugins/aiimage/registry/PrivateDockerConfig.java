package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A folder for {@code DOCKER_CONFIG} with one login more than the user has, for one run: {@code
 * docker login} would leave the secret in the process list or in the user's own file.
 */
public final class PrivateDockerConfig {
  private PrivateDockerConfig() {}

  /**
   * Writes the folder, for this user's eyes only. What the user's configuration says besides holds
   * on, plug-ins and contexts included, but for a general credential store: docker would look for
   * the login there and nowhere else.
   *
   * @param folder does not exist yet
   * @param environment where the user's configuration is
   */
  public static void write(
      Path folder, Map<String, String> environment, RegistryHost host, Credentials.Basic login)
      throws IOException {
    Path users = DockerConfig.file(environment, System.getProperty("user.home"));
    JsonObject config = read(users);
    config.remove("credsStore");
    if (config.has("credHelpers") && config.get("credHelpers").isJsonObject()) {
      config.getAsJsonObject("credHelpers").remove(host.configKey());
    }
    if (!config.has("auths") || !config.get("auths").isJsonObject()) {
      config.add("auths", new JsonObject());
    }
    JsonObject entry = new JsonObject();
    entry.addProperty(
        "auth",
        Base64.getEncoder()
            .encodeToString(
                (login.user() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8)));
    config.getAsJsonObject("auths").add(host.configKey(), entry);
    PrivateFiles.createFolder(folder);
    PrivateFiles.write(
        folder.resolve("config.json"), config.toString().getBytes(StandardCharsets.UTF_8));
    for (String shared : List.of("cli-plugins", "contexts")) {
      Path there = users.resolveSibling(shared);
      if (Files.isDirectory(there)
          && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createSymbolicLink(folder.resolve(shared), there);
      }
    }
  }

  /** One that cannot be read is none, as it is for docker. */
  private static JsonObject read(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return new JsonObject();
    }
  }
}
