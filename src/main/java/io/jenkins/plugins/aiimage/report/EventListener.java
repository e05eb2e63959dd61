package io.jenkins.plugins.aiimage.report;

/** Told of every event, in order, by one thread at a time. */
@FunctionalInterface
public interface EventListener {
  void on(Entry entry);
}
