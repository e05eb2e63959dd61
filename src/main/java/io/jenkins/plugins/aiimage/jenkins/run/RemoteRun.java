package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.durabletask.BourneShellScript;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.DurableTask;
import org.jenkinsci.plugins.durabletask.WindowsBatchScript;
import org.jenkinsci.plugins.workflow.FilePathUtils;

/**
 * The program as a process on an agent, which outlives the connection and the controller. Small and
 * kept with the pipeline's state.
 */
final class RemoteRun implements Serializable {
  /**
   * Marks this run's processes and no others. It is set inside the script, because a stop must
   * spare the wrapper that writes down the exit code.
   */
  static final String MARK = "AI_IMAGE_STEP";

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String node;
  private final String workspace;
  private final String folder;
  private final Controller controller;

  private RemoteRun(
      String id, String node, String workspace, String folder, Controller controller) {
    this.id = id;
    this.node = node;
    this.workspace = workspace;
    this.folder = folder;
    this.controller = controller;
  }

  /**
   * Starts the program.
   *
   * @param id of this run; no other has it
   */
  static RemoteRun launch(
      String id, Order order, FilePath workspace, EnvVars variables, TaskListener listener)
      throws IOException, InterruptedException {
    FilePath folder = WorkspaceList.tempDir(workspace).child(Leftovers.PREFIX + id);
    FilePath jar = ProgramJar.on(workspace);
    Launcher launcher = workspace.createLauncher(listener);
    String javaHome = folder.act(new WriteFolder(order));
    if (javaHome.isEmpty()) {
      launcher.kill(Map.of(MARK, id));
      folder.deleteRecursive();
      javaHome = folder.act(new WriteFolder(order));
    }
    EnvVars environment = new EnvVars(variables);
    environment.put(
        "AI_IMAGE_JAVA", javaHome + (launcher.isUnix() ? "/bin/java" : "\\bin\\java.exe"));
    environment.put("AI_IMAGE_JAR", jar.getRemote());
    environment.put("AI_IMAGE_FOLDER", folder.getRemote());
    if (order.login() != null) {
      environment.put("DOCKER_CONFIG", folder.child(WriteFolder.DOCKER_CONFIG).getRemote());
    }
    DurableTask task =
        launcher.isUnix()
            ? new BourneShellScript(Scripts.bourne(id, order.task().command()))
            : new WindowsBatchScript(Scripts.batch(id, order.task().command()));
    task.charset(StandardCharsets.UTF_8);
    Controller controller = task.launch(environment, workspace, launcher, listener);
    return new RemoteRun(
        id,
        FilePathUtils.getNodeName(workspace),
        workspace.getRemote(),
        folder.getRemote(),
        controller);
  }

  /** Its name; empty for the controller's own. */
  String node() {
    return node;
  }

  /** The workspace; empty while the agent is not connected. */
  Optional<FilePath> workspace() {
    return Optional.ofNullable(FilePathUtils.find(node, workspace));
  }

  /** The exit code; empty while it runs. */
  Optional<Integer> exitCode(FilePath found, Launcher launcher, TaskListener listener)
      throws IOException, InterruptedException {
    return Optional.ofNullable(controller.exitStatus(found, launcher, listener));
  }

  /** Passes on what it printed since the last time; false if there was nothing. */
  boolean writeLog(FilePath found, OutputStream log) throws IOException, InterruptedException {
    return controller.writeLog(found, log);
  }

  /** What it told since; and lets it know that somebody listens. */
  ReadEvents.News news(FilePath found, long offset) throws IOException, InterruptedException {
    return folder(found).act(new ReadEvents(offset));
  }

  /** Stops its processes, and nobody else's. */
  void kill(Launcher launcher) throws IOException, InterruptedException {
    launcher.kill(Map.of(MARK, id));
  }

  /** Removes what it needed on the agent. */
  void cleanUp(FilePath found) throws IOException, InterruptedException {
    folder(found).deleteRecursive();
    controller.cleanup(found);
  }

  private FilePath folder(FilePath found) {
    return new FilePath(found.getChannel(), folder);
  }
}
