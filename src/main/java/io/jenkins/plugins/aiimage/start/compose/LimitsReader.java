package io.jenkins.plugins.aiimage.start.compose;

import java.util.Map;
import java.util.Optional;

/** Gathers the limits of a service, which have two places in the file. */
final class LimitsReader {
  private Optional<Long> memory = Optional.empty();
  private Optional<Long> milliCpus = Optional.empty();
  private Optional<Long> reservedMemory = Optional.empty();
  private Optional<Long> reservedMilliCpus = Optional.empty();
  private Optional<Long> processes = Optional.empty();

  void memory(Place at) throws ComposeException {
    memory = once(memory, bytes(at), at);
  }

  void reservedMemory(Place at) throws ComposeException {
    reservedMemory = once(reservedMemory, bytes(at), at);
  }

  void cpus(Place at) throws ComposeException {
    milliCpus = once(milliCpus, cpu(at), at);
  }

  void processes(Place at) throws ComposeException {
    processes = once(processes, at.number(1, Integer.MAX_VALUE), at);
  }

  /** {@code deploy}. */
  void deploy(Place place) throws ComposeException {
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      Place at = member.getValue();
      switch (member.getKey()) {
        case "resources" -> resources(at);
        case "replicas" -> {
          if (at.number(0, Integer.MAX_VALUE) != 1) {
            throw at.wrong("only one container of a service is started; write 1");
          }
        }
        case "restart_policy" -> at.ignore("nothing is restarted");
        case "labels", "mode", "placement", "update_config", "rollback_config", "endpoint_mode" ->
            at.ignore("there is no swarm");
        default -> throw at.unsupported("remove it");
      }
    }
  }

  private void resources(Place place) throws ComposeException {
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      boolean limits = member.getKey().equals("limits");
      if (!limits && !member.getKey().equals("reservations")) {
        throw member.getValue().unsupported("there are limits and reservations");
      }
      for (Map.Entry<String, Place> detail : member.getValue().members().entrySet()) {
        Place at = detail.getValue();
        switch (limits + " " + detail.getKey()) {
          case "true memory" -> memory(at);
          case "true cpus" -> cpus(at);
          case "true pids" -> processes(at);
          case "false memory" -> reservedMemory(at);
          case "false cpus" -> reservedMilliCpus = once(reservedMilliCpus, cpu(at), at);
          case "false devices" -> throw at.unsupported("GPUs are not passed on");
          default -> throw at.unsupported("there are cpus, memory and pids");
        }
      }
    }
  }

  private static long bytes(Place at) throws ComposeException {
    return Quantity.bytes(at.text(), at.value().line());
  }

  private static long cpu(Place at) throws ComposeException {
    return Quantity.milliCpus(at.text(), at.value().line());
  }

  private static Optional<Long> once(Optional<Long> before, long value, Place at)
      throws ComposeException {
    if (before.isPresent() && before.get() != value) {
      throw at.wrong("it is said in another place as well, and differently");
    }
    return Optional.of(value);
  }

  Limits limits() {
    return new Limits(memory, milliCpus, reservedMemory, reservedMilliCpus, processes);
  }
}
