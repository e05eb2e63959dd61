package io.jenkins.plugins.aiimage.start.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a Compose file. Whatever would change what is started and is not supported is refused; what
 * changes nothing is listed.
 */
public final class ComposeReader {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");
  private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  private final Path folder;
  private final Map<String, String> variables;
  private final List<String> ignored = new ArrayList<>();

  /**
   * A reader of files in a folder.
   *
   * @param folder the project's
   * @param variables of the caller, which win over those of {@code .env} in the folder
   */
  public ComposeReader(Path folder, Map<String, String> variables) {
    this.folder = folder.toAbsolutePath().normalize();
    this.variables = Map.copyOf(variables);
  }

  /** Reads the text of a file. */
  public ComposeFile read(String text) throws ComposeException {
    Map<String, String> all = new HashMap<>(environmentOfProject());
    all.putAll(variables);
    Interpolation interpolation = new Interpolation(all);
    Place root = new Place(interpolation.in(YamlDocument.read(text)), "", ignored);
    if (!root.hasMembers()) {
      throw new ComposeException(
          root.value().line(), "it is no Compose file: services are missing");
    }
    Map<String, Place> members = root.members();
    String project = project(members);
    Map<String, String> volumes = Map.of();
    for (Map.Entry<String, Place> member : members.entrySet()) {
      Place at = member.getValue();
      switch (member.getKey()) {
        case "services", "name" -> {}
        case "version" -> at.ignore("it is of no use any more");
        case "volumes" -> volumes = volumes(at, project);
        case "networks" -> networks(at);
        default -> throw at.unsupported("it would change what is started");
      }
    }
    Place services = members.get("services");
    if (services == null || services.members().isEmpty()) {
      throw new ComposeException(root.value().line(), "services are missing");
    }
    return new ComposeFile(
        project,
        services(services, all, volumes),
        ignored,
        List.copyOf(new TreeSet<>(interpolation.missing())));
  }

  private Map<String, Service> services(
      Place services, Map<String, String> all, Map<String, String> volumes)
      throws ComposeException {
    Set<String> names = services.members().keySet();
    Surroundings surroundings =
        new Surroundings(folder, all, names, new MountReader(folder, volumes));
    Map<String, Service> read = new LinkedHashMap<>();
    for (Map.Entry<String, Place> service : services.members().entrySet()) {
      Place at = service.getValue();
      if (!NAME.matcher(service.getKey()).matches()) {
        throw at.wrong("a service is named by letters, digits, dots, hyphens and underscores");
      }
      read.put(service.getKey(), new ServiceReader(at, surroundings).read(service.getKey()));
    }
    return read;
  }

  /** The file's name for it or, by the rules of Compose, that of the folder. */
  private String project(Map<String, Place> members) throws ComposeException {
    Place named = members.get("name");
    if (named != null) {
      if (!PROJECT.matcher(named.text()).matches()) {
        throw named.wrong("it has small letters, digits, hyphens and underscores");
      }
      return named.text();
    }
    Path last = folder.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    StringBuilder project = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean usual = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (usual || (project.length() > 0 && (c == '-' || c == '_'))) {
        project.append(c);
      }
    }
    return project.length() == 0 ? "project" : project.substring(0, Math.min(63, project.length()));
  }

  private static Map<String, String> volumes(Place place, String project) throws ComposeException {
    Map<String, String> volumes = new LinkedHashMap<>();
    for (Map.Entry<String, Place> volume : place.members().entrySet()) {
      if (!NAME.matcher(volume.getKey()).matches()) {
        throw volume.getValue().wrong("a volume is named by letters, digits and hyphens");
      }
      String name = project + "_" + volume.getKey();
      for (Map.Entry<String, Place> member : volume.getValue().members().entrySet()) {
        Place at = member.getValue();
        switch (member.getKey()) {
          case "name" -> name = at.text();
          case "labels" -> at.ignore("");
          case "driver" -> {
            if (!at.text().equals("local")) {
              throw at.unsupported("there is the driver local");
            }
          }
          default -> throw at.unsupported("remove it");
        }
      }
      if (!NAME.matcher(name).matches()) {
        throw volume.getValue().wrong("\"" + name + "\" is no name of a volume");
      }
      volumes.put(volume.getKey(), name);
    }
    return volumes;
  }

  private static void networks(Place place) throws ComposeException {
    for (Place network : place.members().values()) {
      for (Map.Entry<String, Place> member : network.members().entrySet()) {
        Place at = member.getValue();
        switch (member.getKey()) {
          case "driver", "name", "labels", "attachable", "driver_opts" -> {}
          default -> throw at.unsupported("each run has a network of its own");
        }
      }
    }
    place.ignore("each run has a network of its own");
  }

  private Map<String, String> environmentOfProject() throws ComposeException {
    Path file = folder.resolve(".env");
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > YamlDocument.LONGEST) {
        return Map.of();
      }
      return EnvironmentFile.parse(Files.readString(file), Map.of());
    } catch (IOException e) {
      throw new ComposeException(0, ".env beside it cannot be read");
    } catch (ComposeException e) {
      throw new ComposeException(0, ".env:" + e.line() + ": " + e.getMessage());
    }
  }
}
