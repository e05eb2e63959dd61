package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.start.compose.HealthCheck;
import io.jenkins.plugins.aiimage.start.compose.Limits;
import io.jenkins.plugins.aiimage.start.compose.Mount;
import io.jenkins.plugins.aiimage.start.compose.Port;
import io.jenkins.plugins.aiimage.start.compose.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code docker run} is told of a service. Values of variables are not in it: the list of
 * processes shows arguments to everybody.
 *
 * @param freePorts whether ports of the machine are chosen by the engine
 * @param cpus that the machine has; the engine refuses a limit of more
 */
record RunWords(
    String network, Map<String, String> labels, boolean freePorts, Optional<Integer> cpus) {

  /**
   * The words.
   *
   * @param variables file with the service's variables
   */
  List<String> of(Service service, String container, Path variables) {
    List<String> words = new ArrayList<>();
    words.add("--name=" + container);
    words.add("--pull=never");
    labels.forEach((key, value) -> words.add("--label=" + key + "=" + value));
    words.add("--network=" + network);
    words.add("--network-alias=" + service.name());
    service.aliases().forEach(alias -> words.add("--network-alias=" + alias));
    words.add("--env-file=" + variables);
    for (Port port : service.ports()) {
      words.add("--publish=" + (freePorts ? port.atFreePort() : port).publication());
    }
    service.mounts().forEach(mount -> words.add("--mount=" + mount(mount)));
    limits(service.limits(), words);
    health(service.health(), words);
    words.addAll(service.options());
    List<String> command = new ArrayList<>(service.command().orElse(List.of()));
    if (service.entrypoint().isPresent()) {
      List<String> entrypoint = service.entrypoint().get();
      words.add("--entrypoint=" + entrypoint.get(0));
      command.addAll(0, entrypoint.subList(1, entrypoint.size()));
    }
    words.add("--");
    words.add(service.image());
    words.addAll(command);
    return words;
  }

  private static String mount(Mount mount) {
    String what =
        switch (mount.kind()) {
          case NAMED -> "type=volume,source=" + mount.source() + ",";
          case ANONYMOUS -> "type=volume,";
          case BIND -> "type=bind,source=" + mount.source() + ",";
        };
    return what + "target=" + mount.target() + (mount.readOnly() ? ",readonly" : "");
  }

  private void limits(Limits limits, List<String> words) {
    limits.memory().ifPresent(bytes -> words.add("--memory=" + bytes));
    limits.reservedMemory().ifPresent(bytes -> words.add("--memory-reservation=" + bytes));
    limits.processes().ifPresent(number -> words.add("--pids-limit=" + number));
    if (limits.milliCpus().isPresent()) {
      long most = cpus.map(number -> number * 1000L).orElse(Long.MAX_VALUE);
      words.add("--cpus=" + Budget.cpuWords(Math.min(most, limits.milliCpus().get())));
    }
  }

  private static void health(HealthCheck health, List<String> words) {
    if (health.disabled()) {
      words.add("--no-healthcheck");
      return;
    }
    health.command().ifPresent(command -> words.add("--health-cmd=" + command));
    time("--health-interval=", health.interval(), words);
    time("--health-timeout=", health.timeout(), words);
    time("--health-start-period=", health.startPeriod(), words);
    health.retries().ifPresent(number -> words.add("--health-retries=" + number));
  }

  private static void time(String option, Optional<Duration> time, List<String> words) {
    time.ifPresent(known -> words.add(option + known.toMillis() + "ms"));
  }
}
