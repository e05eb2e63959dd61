package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Optional;

/**
 * What a running container uses.
 *
 * @param memory in bytes, the most that the engine knows of; without the file cache, which goes
 *     when it must
 * @param cpu all that it has used until now
 */
public record ContainerUse(long memory, Duration cpu) {

  /** What the engine's API says of a container's cgroup; empty for one that does not run. */
  static Optional<ContainerUse> parse(String json) {
    try {
      JsonObject stats = JsonParser.parseString(json).getAsJsonObject();
      JsonObject memory = stats.getAsJsonObject("memory_stats");
      if (memory == null || !memory.has("usage")) {
        return Optional.empty();
      }
      long usage = memory.get("usage").getAsLong() - fileCache(memory);
      long nanos =
          stats
              .getAsJsonObject("cpu_stats")
              .getAsJsonObject("cpu_usage")
              .get("total_usage")
              .getAsLong();
      return Optional.of(new ContainerUse(Math.max(0, usage), Duration.ofNanos(nanos)));
    } catch (RuntimeException e) {
      // Gson tells of wrong types by half a dozen exceptions; nobody fails for a figure.
      return Optional.empty();
    }
  }

  /** As docker stats leaves it out: inactive files, by the names of both versions of cgroups. */
  private static long fileCache(JsonObject memory) {
    JsonElement stats = memory.get("stats");
    if (stats == null || !stats.isJsonObject()) {
      return 0;
    }
    for (String name : new String[] {"total_inactive_file", "inactive_file"}) {
      JsonElement value = stats.getAsJsonObject().get(name);
      if (value != null) {
        return value.getAsLong();
      }
    }
    return 0;
  }
}
