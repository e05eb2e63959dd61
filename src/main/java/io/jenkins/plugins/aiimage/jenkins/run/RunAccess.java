package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Optional;

/** A connection to the agent of a run, as long as it lasts. */
record RunAccess(FilePath workspace, Launcher launcher) {
  /** Empty while the agent is not connected. */
  static Optional<RunAccess> find(RemoteRun run, TaskListener listener)
      throws IOException, InterruptedException {
    Optional<FilePath> workspace = run.workspace();
    return workspace.isEmpty()
        ? Optional.empty()
        : Optional.of(new RunAccess(workspace.get(), workspace.get().createLauncher(listener)));
  }
}
