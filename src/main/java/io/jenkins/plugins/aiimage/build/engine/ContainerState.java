package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
    Map<String, String> ports,
    Map<String, String> labels) {
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
