package io.jenkins.plugins.aiimage.start.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads mounts, in the short form {@code [SOURCE:]TARGET[:ro|rw]} or the long one.
 *
 * @param project the folder of the file; nothing outside it is mounted
 * @param volumes names that the file declares, with their names in the engine
 */
record MountReader(Path project, Map<String, String> volumes) {
  private static final Set<String> MODES = Set.of("rw", "ro", "z", "Z", "cached", "delegated");

  Mount read(Place place) throws ComposeException {
    Mount mount = place.hasMembers() ? full(place) : brief(place);
    if (!mount.target().startsWith("/")) {
      throw place.wrong("\"" + mount.target() + "\" is no absolute path in the container");
    }
    if ((mount.source() + mount.target()).chars().anyMatch(c -> c < ' ' || c == ',' || c == '"')) {
      throw place.wrong("a comma, a quote or a control character in a path is not supported");
    }
    return mount;
  }

  private Mount brief(Place place) throws ComposeException {
    String[] parts = place.text().split(":", -1);
    if (parts.length == 1) {
      return new Mount(Mount.Kind.ANONYMOUS, "", parts[0], false);
    }
    boolean readOnly = false;
    if (parts.length == 3) {
      for (String mode : parts[2].split(",", -1)) {
        if (!MODES.contains(mode)) {
          throw place.wrong("the mode \"" + mode + "\" is not supported; write ro or rw");
        }
        readOnly |= mode.equals("ro");
      }
    } else if (parts.length > 3) {
      throw place.wrong("\"" + place.text() + "\" is not of the form SOURCE:TARGET[:ro]");
    }
    return looksLikePath(parts[0])
        ? new Mount(Mount.Kind.BIND, inside(parts[0], place), parts[1], readOnly)
        : new Mount(Mount.Kind.NAMED, named(parts[0], place), parts[1], readOnly);
  }

  private Mount full(Place place) throws ComposeException {
    String type = "";
    String source = "";
    String target = "";
    boolean readOnly = false;
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      Place at = member.getValue();
      switch (member.getKey()) {
        case "type" -> type = at.text();
        case "source" -> source = at.text();
        case "target" -> target = at.text();
        case "read_only" -> readOnly = at.truth();
        case "consistency" -> at.ignore("");
        default -> throw at.unsupported("remove it");
      }
    }
    return switch (type) {
      case "bind" -> new Mount(Mount.Kind.BIND, inside(source, place), target, readOnly);
      case "volume" ->
          source.isEmpty()
              ? new Mount(Mount.Kind.ANONYMOUS, "", target, readOnly)
              : new Mount(Mount.Kind.NAMED, named(source, place), target, readOnly);
      default ->
          throw place.wrong("the type \"" + type + "\" is not supported; use tmpfs: for that");
    };
  }

  private static boolean looksLikePath(String source) {
    return source.startsWith(".") || source.startsWith("/") || source.startsWith("~");
  }

  private String named(String name, Place place) throws ComposeException {
    String full = volumes.get(name);
    if (full == null) {
      throw place.wrong("the volume " + name + " is not declared under volumes");
    }
    return full;
  }

  /** What a link leads to counts: a project must not reach for the rest of the machine. */
  private String inside(String source, Place place) throws ComposeException {
    if (source.startsWith("/") || source.startsWith("~")) {
      throw place.wrong(
          "\"" + source + "\" is not a path inside the project; write one such as ./data");
    }
    try {
      Path real = project.resolve(source).toRealPath();
      if (!real.startsWith(project.toRealPath())) {
        throw place.wrong("\"" + source + "\" is outside the project, which is " + project);
      }
      return real.toString();
    } catch (IOException | IllegalArgumentException e) {
      throw place.wrong("\"" + source + "\" is not there; make it before the services start");
    }
  }
}
