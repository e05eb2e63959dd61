package io.jenkins.plugins.aiimage.start.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the services of a file share.
 *
 * @param variables the caller's, and those of the file {@code .env} beside the file
 * @param services names of all services
 */
record Surroundings(
    Path project, Map<String, String> variables, Set<String> services, MountReader mounts) {

  /** Null if it is not set. */
  String variable(String name) {
    return variables.get(name);
  }

  Map<String, String> environmentFile(String name, boolean required, Place place)
      throws ComposeException {
    try {
      Path file = project.resolve(name);
      if (!required && !Files.exists(file)) {
        return Map.of();
      }
      if (Files.size(file) > YamlDocument.LONGEST) {
        throw place.wrong("\"" + name + "\" is too long");
      }
      return EnvironmentFile.parse(Files.readString(file), variables);
    } catch (IOException | IllegalArgumentException e) {
      throw place.wrong("\"" + name + "\" cannot be read");
    } catch (ComposeException e) {
      throw place.wrong(name + ":" + e.line() + ": " + e.getMessage());
    }
  }
}
