package io.jenkins.plugins.aiimage.build.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the layers of an image on its way, by what a Docker engine says of each. */
final class PushedLayers {
  private enum Fate {
    WAITING,
    SENDING,
    SENT,
    THERE,
    MOUNTED
  }

  private record Layer(Fate fate, long current, long total) {
    /** The engine reads the frame of the archive too, so it ends with more than the total. */
    long sent() {
      return total == 0 ? current : Math.min(current, total);
    }

    boolean isDone() {
      return fate != Fate.WAITING && fate != Fate.SENDING;
    }
  }

  private static final Layer UNKNOWN = new Layer(Fate.WAITING, 0, 0);

  private final Map<String, Layer> layers = new LinkedHashMap<>();

  void heard(PushMessage message) {
    if (message.id().isEmpty()) {
      return;
    }
    Layer before = layers.getOrDefault(message.id(), UNKNOWN);
    String status = message.status();
    if (status.equals("Preparing") || status.equals("Waiting")) {
      layers.put(message.id(), before);
    } else if (status.equals("Pushing")) {
      long total = Math.max(before.total(), message.total());
      layers.put(message.id(), new Layer(Fate.SENDING, message.current(), total));
    } else if (status.equals("Pushed")) {
      long all = before.total() == 0 ? before.current() : before.total();
      layers.put(message.id(), new Layer(Fate.SENT, all, before.total()));
    } else if (status.equals("Layer already exists") || status.startsWith("Skipped ")) {
      layers.put(message.id(), new Layer(Fate.THERE, 0, 0));
    } else if (status.startsWith("Mounted from ")) {
      layers.put(message.id(), new Layer(Fate.MOUNTED, 0, 0));
    }
  }

  boolean areKnown() {
    return !layers.isEmpty();
  }

  PushProgress progress() {
    long sent = 0;
    long total = 0;
    int done = 0;
    for (Layer layer : layers.values()) {
      sent += layer.sent();
      total += layer.total();
      done += layer.isDone() ? 1 : 0;
    }
    return new PushProgress(sent, total, done, layers.size());
  }

  PushOutcome.Layers counted() {
    Collection<Layer> all = layers.values();
    return new PushOutcome.Layers(
        count(all, Fate.SENT), count(all, Fate.THERE), count(all, Fate.MOUNTED));
  }

  private static int count(Collection<Layer> layers, Fate fate) {
    return (int) layers.stream().filter(layer -> layer.fate() == fate).count();
  }
}
