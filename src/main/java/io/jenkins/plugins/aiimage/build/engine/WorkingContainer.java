package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container that a build works in. It is no podman container: only the store knows it, with a
 * description in {@code buildah.json} (buildah 1.28).
 *
 * @param layer id of the layer that it writes to
 */
record WorkingContainer(String id, String layer) {
  private static final Pattern LAYER = Pattern.compile("/([0-9a-f]{64})(?:/|$)");

  /**
   * Those that carry a mark: the file of a secret.
   *
   * @param folder where the store describes its containers
   */
  static List<WorkingContainer> marked(Path folder, String mark) {
    List<WorkingContainer> found = new ArrayList<>();
    try (DirectoryStream<Path> containers = Files.newDirectoryStream(folder)) {
      for (Path container : containers) {
        read(container.resolve("userdata/buildah.json"))
            .filter(description -> carries(description, mark))
            .flatMap(WorkingContainer::of)
            .ifPresent(found::add);
      }
    } catch (IOException e) {
      // A store without containers has no such folder.
      return found;
    }
    return found;
  }

  private static Optional<JsonObject> read(Path file) {
    try {
      return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException | JsonParseException | IllegalStateException e) {
      // Another kind of container, or one that is being made or removed.
      return Optional.empty();
    }
  }

  private static boolean carries(JsonObject description, String mark) {
    JsonElement options = description.get("CommonBuildOpts");
    JsonElement secrets =
        options != null && options.isJsonObject() ? options.getAsJsonObject().get("Secrets") : null;
    if (secrets != null && secrets.isJsonArray()) {
      for (JsonElement secret : secrets.getAsJsonArray()) {
        if (secret.getAsString().endsWith("src=" + mark)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<WorkingContainer> of(JsonObject description) {
    String id = text(description, "container-id");
    Matcher layer = LAYER.matcher(text(description, "mountpoint"));
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(new WorkingContainer(id, layer.find() ? layer.group(1) : ""));
  }

  private static String text(JsonObject object, String member) {
    JsonElement value = object.get(member);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /**
   * The processes whose root is this container, whatever has become of their parents: under
   * isolation chroot nothing else tells them from the machine's own.
   */
  List<ProcessHandle> processes() {
    return layer.isEmpty()
        ? List.of()
        : ProcessHandle.allProcesses().filter(process -> isRoot(process.pid())).toList();
  }

  private boolean isRoot(long process) {
    try {
      for (String mount : Files.readAllLines(Path.of("/proc/" + process + "/mountinfo"))) {
        String[] fields = mount.split(" ", 6);
        if (fields.length == 6 && fields[4].equals("/") && mount.contains(layer)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // It has ended, or is another user's.
      return false;
    }
  }
}
