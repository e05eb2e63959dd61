package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs whose build ended while their agent was away: they are stopped when it is back. What is
 * forgotten here by a restart ends by its lease.
 */
@Extension
public final class Strays extends ComputerListener {
  private static final Logger LOGGER = Logger.getLogger(Strays.class.getName());

  private final Map<String, List<RemoteRun>> byNode = new HashMap<>();

  static Strays get() {
    return ExtensionList.lookupSingleton(Strays.class);
  }

  synchronized void add(RemoteRun run) {
    byNode.computeIfAbsent(run.node(), name -> new ArrayList<>()).add(run);
  }

  @Override
  public void onOnline(Computer computer, TaskListener listener) {
    List<RemoteRun> strays = take(computer.getName());
    if (!strays.isEmpty()) {
      Computer.threadPoolForRemoting.execute(() -> stop(strays, listener));
    }
  }

  private synchronized List<RemoteRun> take(String node) {
    List<RemoteRun> strays = byNode.remove(node);
    return strays == null ? List.of() : strays;
  }

  private static void stop(List<RemoteRun> strays, TaskListener listener) {
    for (RemoteRun run : strays) {
      try {
        RunAccess access = RunAccess.find(run, listener).orElse(null);
        if (access != null) {
          run.kill(access.launcher());
          run.cleanUp(access.workspace());
        }
      } catch (IOException e) {
        LOGGER.log(Level.WARNING, e, () -> "cannot stop what a former build left on " + run.node());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
