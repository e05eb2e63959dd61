package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.Containers.Labelled;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Removes what runs left that were killed with no time to do it, or that nobody came back for. */
public final class Leftovers {
  private final Containers containers;

  public Leftovers(Containers containers) {
    this.containers = containers;
  }

  /** Removes them, and tells of it where there were some. */
  public void remove(Instant now, EventLog events) throws EngineException {
    TreeSet<String> runs = new TreeSet<>();
    List<Labelled> all = new ArrayList<>(containers.labelled(Labels.RUN, Labels.ALL));
    all.addAll(containers.labelledNetworks(Labels.RUN, Labels.ALL));
    for (Labelled one : all) {
      if (Labels.isLeftOver(one.labels(), now)) {
        runs.add(one.labels().get(Labels.RUN));
      }
    }
    int removed = 0;
    // Nobody waits for what nobody wants.
    Abort atOnce = new Abort();
    atOnce.request();
    for (String run : runs) {
      removed += new Teardown(containers, atOnce).of(run).containers();
    }
    if (!runs.isEmpty()) {
      events.publish(new ServiceEvent.LeftoversRemoved(List.copyOf(runs), removed));
    }
  }
}
