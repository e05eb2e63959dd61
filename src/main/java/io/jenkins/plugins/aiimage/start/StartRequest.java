package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.start.compose.ComposeFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a run is asked for. Made and checked by {@link StartReader}.
 *
 * @param file as it was named
 * @param run by which the containers can be stopped
 * @param named whether whoever asked gave the run that name, and so knows how to stop it
 * @param keep how long they may go on without anybody; empty if this run stops them
 * @param pull {@code missing}, {@code never} or {@code always}
 * @param startTimeout until a service must be ready
 */
record StartRequest(
    String label,
    String file,
    ComposeFile compose,
    Plan plan,
    List<Trial> tests,
    String run,
    boolean named,
    Optional<Duration> keep,
    String pull,
    Duration startTimeout,
    Duration testTimeout,
    Duration totalTimeout,
    boolean freePorts,
    boolean overcommit,
    boolean removeVolumes,
    boolean dryRun) {
  StartRequest {
    tests = List.copyOf(tests);
  }

  /** Of the container of a service. */
  String container(String service) {
    return network() + "-" + service;
  }

  /** Of the network that the services share. */
  String network() {
    return "ai-image-" + run;
  }
}
