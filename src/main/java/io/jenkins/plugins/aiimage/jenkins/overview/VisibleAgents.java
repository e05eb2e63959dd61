package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.model.Computer;
import io.jenkins.plugins.aiimage.jenkins.history.AgentNotes;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * What is known of agents, for those who may see it: core's own API gives what its node monitors
 * measured to who may connect the agent ({@code Computer.getMonitorData}), and this is the like.
 */
final class VisibleAgents {
  private static final Logger LOGGER = Logger.getLogger(VisibleAgents.class.getName());

  private VisibleAgents() {}

  /**
   * Those that are there, by their names.
   *
   * @param builtIn what the built-in node is called, whose name is empty
   */
  static List<MachineNote> called(String builtIn) {
    List<MachineNote> visible = new ArrayList<>();
    for (MachineNote note : notes()) {
      Computer agent = Jenkins.get().getComputer(note.machine());
      if (agent != null && agent.hasPermission(Computer.CONNECT)) {
        String name = note.machine().isEmpty() ? builtIn : note.machine();
        visible.add(new MachineNote(name, note.databases(), note.storage()));
      }
    }
    return visible;
  }

  private static List<MachineNote> notes() {
    try {
      return new AgentNotes(Jenkins.get().getRootDir().toPath()).all();
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "the notes about agents cannot be read");
      return List.of();
    }
  }
}
