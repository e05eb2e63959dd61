package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * A step's contact with its agent, which may be away. Lost at a restart, and made anew: a step asks
 * again, and finds the run again that it follows.
 */
final class Contact {
  /** What a step does in one turn. */
  @FunctionalInterface
  interface Work {
    /** How long until the next; empty if there is none. */
    Optional<Duration> take(TaskListener listener) throws IOException, InterruptedException;
  }

  private final StepContext context;
  private final BooleanSupplier stopped;
  private final Question question = new Question();
  private final Absence absence = new Absence();
  private String node;

  /**
   * Contact with an agent.
   *
   * @param stopped whether what the step does now is to end: then nobody waits for the agent
   * @param remote what runs there already; null if nothing does
   */
  Contact(StepContext context, BooleanSupplier stopped, RemoteRun remote) {
    this.context = context;
    this.stopped = stopped;
    this.node = remote == null ? "" : remote.node();
  }

  /** The agent's name; empty for the controller's own, and while it is not known. */
  String node() {
    return node;
  }

  /**
   * Does a turn's work; if the connection breaks meanwhile, there is a next turn. Never throws: a
   * turn that broke the loop would leave the step hanging for ever.
   *
   * @param broken what comes of a turn that failed
   */
  Optional<Duration> turn(Work work, Function<Throwable, Optional<Duration>> broken) {
    try {
      return attempt(work);
    } catch (Throwable e) {
      Optional<Duration> next = broken.apply(e);
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return next;
    }
  }

  private Optional<Duration> attempt(Work work) throws IOException, InterruptedException {
    TaskListener listener = context.get(TaskListener.class);
    try {
      return work.take(listener);
    } catch (IOException | RuntimeException e) {
      if (stopped.getAsBoolean() || !Absence.isLostConnection(e)) {
        throw e;
      }
      return await(listener);
    }
  }

  /** The step's workspace; empty while the agent is away. */
  Optional<FilePath> workspace() throws IOException, InterruptedException {
    Optional<FilePath> workspace = Optional.ofNullable(context.get(FilePath.class));
    workspace.ifPresent(found -> node = FilePathUtils.getNodeName(found));
    return workspace;
  }

  /**
   * Waits for the agent.
   *
   * @return how long until the next look
   * @throws AbortException if it has been away for too long
   */
  Optional<Duration> await(TaskListener listener) throws AbortException {
    return Optional.of(absence.notice(node, listener));
  }

  /** The agent is there. */
  void isThere() {
    absence.over();
  }

  /**
   * Asks and waits.
   *
   * @throws AbortException if nothing can be done; it says why
   */
  Outcome ask(FilePath workspace, Order order) throws IOException, InterruptedException {
    Outcome outcome = question.ask(workspace, order);
    isThere();
    if (outcome.refusal() != null) {
      throw new AbortException(order.masks().in(outcome.refusal()));
    }
    return outcome;
  }

  /** Nobody wants an answer any more. */
  void takeBack() {
    question.takeBack();
  }

  /**
   * Looks once at what runs there. Where it is over, what it needed is removed before the step's
   * end: a login must not outlive the step that needed it.
   */
  Watch.Look look(RemoteRun remote, Watch watch, TaskListener listener)
      throws IOException, InterruptedException {
    Optional<RunAccess> access = RunAccess.find(remote, listener);
    if (access.isEmpty()) {
      if (stopped.getAsBoolean()) {
        throw new AbortException("stopped");
      }
      return new Watch.Look(false, false, await(listener));
    }
    Watch.Look look = watch.look(access.get(), stopped.getAsBoolean());
    isThere();
    if (look.printed()) {
      saveState();
    }
    if (look.pause().isEmpty()) {
      watch.cleanUp(access.get());
    }
    return look;
  }

  /** Keeps the pipeline's state, so that a restart prints nothing twice. */
  void saveState() {
    // Whether it worked is Pipeline's affair, and in its log.
    Future<?> unused = context.saveState();
  }
}
