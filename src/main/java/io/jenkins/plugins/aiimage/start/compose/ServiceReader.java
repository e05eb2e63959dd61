package io.jenkins.plugins.aiimage.start.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one service. A key that is not known here would change what is started: it is refused. */
final class ServiceReader {
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,511}");

  private final Place place;
  private final Surroundings surroundings;
  private final LimitsReader limits = new LimitsReader();
  private final List<String> options = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private final List<Port> ports = new ArrayList<>();
  private final List<Mount> mounts = new ArrayList<>();
  private final Map<String, String> fileVariables = new LinkedHashMap<>();
  private final Map<String, String> ownVariables = new LinkedHashMap<>();
  private Map<String, Condition> dependencies = Map.of();
  private HealthCheck health = HealthCheck.OF_THE_IMAGE;
  private Optional<List<String>> command = Optional.empty();
  private Optional<List<String>> entrypoint = Optional.empty();
  private Optional<Place> build = Optional.empty();
  private List<String> profiles = List.of();
  private String image = "";

  ServiceReader(Place place, Surroundings surroundings) {
    this.place = place;
    this.surroundings = surroundings;
  }

  Service read(String name) throws ComposeException {
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      key(member.getKey(), member.getValue());
    }
    if (image.isEmpty()) {
      throw place.wrong(
          build.isPresent()
              ? "build alone is not supported; build the image first and name it by image"
              : "image is missing");
    }
    build.ifPresent(at -> at.ignore("the image is taken"));
    Map<String, String> environment = new LinkedHashMap<>(fileVariables);
    environment.putAll(ownVariables);
    return new Service(
        name,
        place.value().line(),
        image,
        command,
        entrypoint,
        environment,
        ports,
        mounts,
        dependencies,
        health,
        limits.limits(),
        profiles,
        aliases,
        options);
  }

  private void key(String key, Place at) throws ComposeException {
    switch (key) {
      case "image" -> image = image(at);
      case "build" -> build = Optional.of(at);
      case "command" -> command = words(at);
      case "entrypoint" -> entrypoint = words(at);
      case "environment" -> environment(at);
      case "env_file" -> files(at);
      case "ports" -> {
        for (Place item : at.items()) {
          ports.add(PortReader.read(item));
        }
      }
      case "volumes" -> {
        for (Place item : at.items()) {
          mounts.add(surroundings.mounts().read(item));
        }
      }
      case "depends_on" -> dependencies = DependencyReader.read(at, surroundings.services());
      case "healthcheck" -> health = HealthCheckReader.read(at);
      case "deploy" -> limits.deploy(at);
      case "mem_limit" -> limits.memory(at);
      case "mem_reservation" -> limits.reservedMemory(at);
      case "cpus" -> limits.cpus(at);
      case "pids_limit" -> limits.processes(at);
      case "profiles" -> profiles = at.texts();
      case "networks" -> networks(at);
      case "container_name" -> {
        aliases.add(at.text());
        at.ignore("the container is named after the run; others reach it by that name, too");
      }
      default -> new PlainKeys(options).read(key, at);
    }
  }

  private static String image(Place at) throws ComposeException {
    String image = at.text();
    if (!IMAGE.matcher(image).matches()) {
      throw at.wrong("\"" + image + "\" is no name of an image");
    }
    return image;
  }

  private static Optional<List<String>> words(Place at) throws ComposeException {
    if (at.isNothing()) {
      return Optional.empty();
    }
    List<String> words =
        at.value() instanceof Value.Scalar
            ? ShellWords.split(at.text(), at.value().line())
            : at.texts();
    if (words.isEmpty()) {
      throw at.wrong("it is empty; leave it out for that of the image");
    }
    return Optional.of(words);
  }

  private void environment(Place at) throws ComposeException {
    for (Map.Entry<String, Optional<String>> pair : at.pairs().entrySet()) {
      Optional<String> value =
          pair.getValue().or(() -> Optional.ofNullable(surroundings.variable(pair.getKey())));
      if (value.isPresent()) {
        ownVariables.put(variable(pair.getKey(), at), single(pair.getKey(), value.get(), at));
      }
    }
  }

  private static String variable(String name, Place at) throws ComposeException {
    if (!EnvironmentFile.isName(name) || name.startsWith("#")) {
      throw at.wrong("\"" + name + "\" is no name of a variable");
    }
    return name;
  }

  /** The engine's client reads values from a file, of which each line is one. */
  private static String single(String name, String value, Place at) throws ComposeException {
    if (value.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw at.wrong("the value of " + name + " has several lines, which is not supported");
    }
    return value;
  }

  private void files(Place at) throws ComposeException {
    for (Place item : at.oneOrMany()) {
      String name = "";
      boolean required = true;
      if (item.hasMembers()) {
        for (Map.Entry<String, Place> member : item.members().entrySet()) {
          switch (member.getKey()) {
            case "path" -> name = member.getValue().text();
            case "required" -> required = member.getValue().truth();
            default -> throw member.getValue().unsupported("remove it");
          }
        }
      } else {
        name = item.text();
      }
      fileVariables.putAll(surroundings.environmentFile(name, required, item));
    }
  }

  /** All services of the run are in one network; only further names are taken from here. */
  private void networks(Place at) throws ComposeException {
    at.ignore("all services share the network of the run");
    if (!at.hasMembers()) {
      return;
    }
    for (Place network : at.members().values()) {
      for (Map.Entry<String, Place> member : network.members().entrySet()) {
        switch (member.getKey()) {
          case "aliases" -> aliases.addAll(member.getValue().texts());
          case "priority", "gw_priority" -> {}
          default -> throw member.getValue().unsupported("services find each other by their names");
        }
      }
    }
  }
}
