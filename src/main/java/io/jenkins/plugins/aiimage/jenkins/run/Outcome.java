package io.jenkins.plugins.aiimage.jenkins.run;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * What came of asking the agent. Strings only: classes of the program's own jar may not travel from
 * an agent to the controller.
 *
 * @param refusal why nothing can be done: one sentence that names the parameter; or null
 * @param key of the work to be done in a process; null if all is done
 * @param repository that the work is for, or the folder
 * @param shared whether other agents see the result
 * @param log as the program would have printed it; empty where there is work, which tells all again
 * @param events as lines
 */
record Outcome(
    String refusal,
    String key,
    String repository,
    boolean shared,
    String log,
    ArrayList<String> events)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static Outcome refused(String sentence) {
    return new Outcome(sentence, null, "", false, "", new ArrayList<>());
  }

  static Outcome work(String key, String repository, boolean shared, ArrayList<String> events) {
    return new Outcome(null, key, repository, shared, "", events);
  }

  /**
   * What is to be done, and where it can be seen: whoever has the same waits. A result in a
   * registry is for all; one in an engine or a folder is of no use to other agents.
   *
   * @param node name of the agent; empty for the controller's own
   */
  String flight(Task task, String node) {
    String where = shared ? "" : node + " ";
    return where + task.command() + " " + repository + " " + key;
  }

  static Outcome done(String log, ArrayList<String> events) {
    return new Outcome(null, null, "", false, log, events);
  }
}
