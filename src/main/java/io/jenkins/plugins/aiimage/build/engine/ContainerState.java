package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container at one moment.
 *
 * @param name of it
 * @param status {@code created}, {@code running}, {@code exited} or another word of the engine's
 * @param exitCode of its program; means nothing while that runs
 * @param outOfMemory whether the kernel ended it for want of memory
 * @param error why the engine could not start it; mostly empty
 * @param health what its checks came to: starting, healthy or unhealthy; empty where nothing checks
 * @param checked what the last health check said
 * @param grace how long its program is given to end when it is stopped; nothing if it is killed at
 *     once
 * @param ports {@code ADDRESS:PORT} of the machine by {@code PORT/PROTOCOL} of the container
 * @param labels that it was made with
 */
public record ContainerState(
    String name,
    String status,
    int exitCode,
    boolean outOfMemory,
    String error,
    Optional<String> health,
    String checked,
    Duration grace,
    Map<String, String> ports,
    Map<String, String> labels) {
  /** Docker's own, where a container has none (docker stop, --time). */
  private static final Duration USUAL_GRACE = Duration.ofSeconds(10);

  private static final Set<String> KILL = Set.of("SIGKILL", "KILL", "9");

  /** Of a program that was killed: 128 and SIGKILL. */
  private static final int KILLED = 137;

  public ContainerState {
    ports = Map.copyOf(ports);
    labels = Map.copyOf(labels);
  }

  public boolean isRunning() {
    return status.equals("running");
  }

  /** Whether its program ran and came to an end. */
  public boolean hasEnded() {
    return status.equals("exited") || status.equals("dead");
  }

  /** Whether its program did not end in the time that it was given. */
  public boolean outlivedItsGrace() {
    return hasEnded() && exitCode == KILLED && !outOfMemory && !grace.isZero();
  }

  /** One of the objects that {@code docker inspect} prints. */
  static ContainerState of(JsonObject container) {
    JsonObject state = container.getAsJsonObject("State");
    Optional<JsonObject> health = object(state, "Health");
    return new ContainerState(
        text(container, "Name").replaceFirst("^/", ""),
        text(state, "Status"),
        state.get("ExitCode").getAsInt(),
        state.get("OOMKilled").getAsBoolean(),
        text(state, "Error"),
        health.map(known -> text(known, "Status")).filter(word -> !word.equals("none")),
        health.map(ContainerState::lastCheck).orElse(""),
        grace(container),
        ports(container),
        labels(container));
  }

  private static String lastCheck(JsonObject health) {
    JsonElement log = health.get("Log");
    if (log == null || !log.isJsonArray() || log.getAsJsonArray().isEmpty()) {
      return "";
    }
    JsonObject last = log.getAsJsonArray().get(log.getAsJsonArray().size() - 1).getAsJsonObject();
    return text(last, "Output").strip();
  }

  private static Duration grace(JsonObject container) {
    JsonObject config = object(container, "Config").orElseGet(JsonObject::new);
    if (KILL.contains(text(config, "StopSignal"))) {
      return Duration.ZERO;
    }
    String seconds = text(config, "StopTimeout");
    return seconds.isEmpty() ? USUAL_GRACE : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static Map<String, String> ports(JsonObject container) {
    Map<String, String> ports = new LinkedHashMap<>();
    Optional<JsonObject> all =
        object(container, "NetworkSettings").flatMap(settings -> object(settings, "Ports"));
    if (all.isPresent()) {
      for (Map.Entry<String, JsonElement> port : all.get().entrySet()) {
        if (port.getValue().isJsonArray() && !port.getValue().getAsJsonArray().isEmpty()) {
          JsonObject first = port.getValue().getAsJsonArray().get(0).getAsJsonObject();
          ports.put(port.getKey(), text(first, "HostIp") + ":" + text(first, "HostPort"));
        }
      }
    }
    return ports;
  }

  private static Map<String, String> labels(JsonObject container) {
    Map<String, String> labels = new LinkedHashMap<>();
    object(container, "Config")
        .flatMap(config -> object(config, "Labels"))
        .ifPresent(
            all -> all.entrySet().forEach(e -> labels.put(e.getKey(), e.getValue().getAsString())));
    return labels;
  }

  private static Optional<JsonObject> object(JsonObject parent, String name) {
    JsonElement member = parent.get(name);
    return member != null && member.isJsonObject()
        ? Optional.of(member.getAsJsonObject())
        : Optional.empty();
  }

  private static String text(JsonObject parent, String name) {
    JsonElement member = parent.get(name);
    return member == null || member.isJsonNull() ? "" : member.getAsString();
  }
}
