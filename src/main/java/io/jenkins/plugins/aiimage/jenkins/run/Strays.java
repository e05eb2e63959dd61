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
import java.util.Optional;
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

  /** Stops a run now, or when its agent is back. */
  void stop(RemoteRun run, TaskListener listener) {
    if (!tryToStop(run, listener)) {
      synchronized (this) {
        byNode.computeIfAbsent(run.node(), name -> new ArrayList<>()).add(run);
      }
      listener
          .getLogger()
          .println("What runs on the agent " + run.node() + " is stopped when it is back.");
    }
  }

  @Override
  public void onOnline(Computer computer, TaskListener listener) {
    List<RemoteRun> strays = take(computer.getName());
    if (!strays.isEmpty()) {
      Computer.threadPoolForRemoting.execute(() -> strays.forEach(stray -> stop(stray, listener)));
    }
  }

  private synchronized List<RemoteRun> take(String node) {
    List<RemoteRun> strays = byNode.remove(node);
    return strays == null ? List.of() : strays;
  }

  /** False if the agent is away. */
  private static boolean tryToStop(RemoteRun run, TaskListener listener) {
    try {
      Optional<RunAccess> access = RunAccess.find(run, listener);
      if (access.isPresent()) {
        run.kill(access.get().launcher());
        run.cleanUp(access.get().workspace());
      }
      return access.isPresent();
    } catch (IOException | RuntimeException e) {
      LOGGER.log(Level.WARNING, e, () -> "cannot stop what a build left on " + run.node());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
