package io.jenkins.plugins.aiimage.report;

import java.time.Clock;
import java.util.List;

/** Numbers and dates events and hands them to the listeners. Safe for use by several threads. */
public final class EventLog {
  private final Clock clock;
  private final List<EventListener> listeners;
  private long number;

  public EventLog(Clock clock, List<EventListener> listeners) {
    this.clock = clock;
    this.listeners = List.copyOf(listeners);
  }

  public synchronized void publish(Event event) {
    number++;
    Entry entry = new Entry(number, clock.instant(), event);
    for (EventListener listener : listeners) {
      listener.on(entry);
    }
  }
}
