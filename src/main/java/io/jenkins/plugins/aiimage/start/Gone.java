package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was stopped and removed.
 *
 * @param containers how many
 * @param killed the services that did not end when they were asked to
 */
record Gone(int containers, List<String> killed) {
  Gone {
    killed = List.copyOf(killed);
  }

  static Gone nothing() {
    return new Gone(0, List.of());
  }

  Gone and(Gone other) {
    List<String> all = new ArrayList<>(killed);
    all.addAll(other.killed);
    return new Gone(containers + other.containers, all);
  }

  void tell(EventLog events, Duration took) {
    events.publish(new ServiceEvent.ServicesStopped(containers, took));
    if (!killed.isEmpty()) {
      events.publish(
          new Event.Warned(
              String.join(", ", killed)
                  + " did not end within stop_grace_period and had to be killed; a program that is"
                  + " process 1 ignores SIGTERM unless it handles it: init: true in the Compose file"
                  + " sees to that."));
    }
  }
}
