package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerUse;
import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The most memory that each service was seen to use, and its CPU time, looked at every two seconds
 * and when somebody asks. Where the engine does not tell, nothing is known.
 */
final class Measurements implements AutoCloseable {
  private static final long SECONDS_BETWEEN = 2;

  private final Containers containers;
  private final Map<String, String> byService = new LinkedHashMap<>();
  private final Map<String, ContainerUse> most = new LinkedHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Looks at nothing yet.
   *
   * @param containers that answer although the run is aborted
   */
  Measurements(Containers containers) {
    this.containers = containers;
  }

  /** Begins to look now and then. */
  void begin() {
    Thread thread = new Thread(this::repeat, "ai-image measurements");
    thread.setDaemon(true);
    thread.start();
  }

  private void repeat() {
    try {
      while (!closed.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on this one counts, too. */
  synchronized void add(String service, String container) {
    byService.put(service, container);
  }

  /** Looks once at all of them. */
  synchronized void look() {
    for (Map.Entry<String, String> one : byService.entrySet()) {
      try {
        Optional<ContainerUse> use = containers.use(one.getValue());
        use.ifPresent(now -> most.merge(one.getKey(), now, Measurements::larger));
      } catch (EngineException e) {
        // An engine that is gone is noticed by whoever needs it.
        return;
      }
    }
  }

  private static ContainerUse larger(ContainerUse one, ContainerUse other) {
    Duration cpu = one.cpu().compareTo(other.cpu()) < 0 ? other.cpu() : one.cpu();
    return new ContainerUse(Math.max(one.memory(), other.memory()), cpu);
  }

  synchronized void tell(EventLog events) {
    most.forEach(
        (service, use) ->
            events.publish(new ServiceEvent.ServiceMeasured(service, use.memory(), use.cpu())));
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
