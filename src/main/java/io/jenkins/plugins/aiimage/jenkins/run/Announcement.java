package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.console.ModelHyperlinkNote;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.jenkins.flight.Leader;

/** Tells a build's log whom it waits for. */
final class Announcement {
  private Announcement() {}

  static void waiting(Task task, Run<?, ?> run, Leader leader, TaskListener listener) {
    Run<?, ?> other = Run.fromExternalizableId(leader.runId());
    String name = leader.runId();
    if (other == run) {
      name = "another step of this build";
    } else if (other != null) {
      name =
          ModelHyperlinkNote.encodeTo("/" + other.getUrl() + "console", other.getFullDisplayName());
    }
    listener.getLogger().println("⏳ Waiting for " + name + ", which is " + task.doing());
  }

  static void takingOver(Task task, String leader, TaskListener listener) {
    listener.getLogger().println(leader + " " + task.takingOver());
  }
}
