package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A step with a body under way. The program runs once before the body and, whatever became of that
 * and of the body, once after it. In between nothing of it runs.
 */
public final class BlockExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER = Logger.getLogger(BlockExecution.class.getName());

  private final Task first;
  private final HashMap<String, ArrayList<String>> firstGiven;
  private final Task last;
  private final HashMap<String, ArrayList<String>> lastGiven;
  private final Body body = new Body(this);
  private final String id = UUID.randomUUID().toString();

  private volatile Stage stage = Stage.FIRST;
  private volatile RemoteRun remote;
  private volatile String told;
  private volatile Object value;
  private volatile Throwable problem;

  private transient volatile Now now;

  private enum Stage {
    FIRST,
    BODY,
    LAST
  }

  /** What this JVM knows of the step, and a restart does not keep. */
  private final class Now {
    final Loop loop = new Loop(BlockExecution.this::turn);
    final Contact contact = new Contact(getContext(), this::isStopped, remote);
    volatile Throwable stopped;
    volatile boolean ended;
    Watch watch;

    /** Only what is done first: what is done last is never left out. */
    boolean isStopped() {
      return stage == Stage.FIRST && stopped != null;
    }
  }

  /**
   * A step's execution.
   *
   * @param first what is done before the body, with its parameters; a switch that is set has none
   * @param last what is done after it
   */
  public BlockExecution(
      StepContext context,
      Task first,
      Map<String, ? extends List<String>> firstGiven,
      Task last,
      Map<String, ? extends List<String>> lastGiven) {
    super(context);
    this.first = first;
    this.firstGiven = Order.copyOf(firstGiven);
    this.last = last;
    this.lastGiven = Order.copyOf(lastGiven);
  }

  @Override
  public boolean start() {
    now = new Now();
    now.loop.wake();
    return false;
  }

  @Override
  public void onResume() {
    now = new Now();
    if (stage != Stage.BODY) {
      now.loop.wake();
    }
  }

  @Override
  public void stop(Throwable cause) {
    Now current = now;
    if (current == null) {
      getContext().onFailure(cause);
      return;
    }
    current.stopped = cause;
    if (stage == Stage.LAST && problem == null) {
      // What is stopped there comes to its end, but what follows the step must not begin.
      problem = cause;
    }
    body.stop(cause);
    current.contact.takeBack();
    if (stage == Stage.FIRST) {
      current.loop.wake();
    }
  }

  @Override
  public String getStatus() {
    return switch (stage) {
      case FIRST -> "before the body";
      case BODY -> "in the body";
      case LAST -> "after the body";
    };
  }

  private Optional<Duration> turn() {
    Now current = now;
    if (current.ended || stage == Stage.BODY) {
      return Optional.empty();
    }
    return current.contact.turn(
        listener -> remote == null ? launch(current, listener) : follow(current, listener),
        failure -> broken(current, failure));
  }

  private Order order(EnvVars variables) throws IOException, InterruptedException {
    boolean atFirst = stage == Stage.FIRST;
    Run<?, ?> run = getContext().get(Run.class);
    return Order.of(atFirst ? first : last, atFirst ? firstGiven : lastGiven, run, variables);
  }

  private Optional<Duration> launch(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    if (current.isStopped()) {
      throw new AbortException("stopped");
    }
    Optional<FilePath> workspace = current.contact.workspace();
    if (workspace.isEmpty()) {
      return current.contact.await(listener);
    }
    EnvVars variables = getContext().get(EnvVars.class);
    Order order = order(variables);
    boolean atFirst = stage == Stage.FIRST;
    if (atFirst) {
      // Wrong parameters are told at once, and in one sentence.
      Outcome unused = current.contact.ask(workspace.get(), order);
    }
    current.contact.isThere();
    String run = atFirst ? id : id + "-last";
    remote = RemoteRun.launch(run, order, workspace.get(), variables, listener);
    current.watch = new Watch(remote, order.masks(), listener);
    current.contact.saveState();
    return Optional.of(Duration.ZERO);
  }

  private Optional<Duration> follow(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    if (current.watch == null) {
      Order order = order(getContext().get(EnvVars.class));
      current.watch = new Watch(remote, order.masks(), listener);
    }
    boolean atFirst = stage == Stage.FIRST;
    Watch.Look look = current.contact.look(remote, current.watch, listener);
    RunReport report = current.watch.story().report();
    if (look.pause().isPresent()) {
      if (look.told() && atFirst) {
        record().soFar(report);
      }
      return look.pause();
    }
    remote = null;
    current.watch = null;
    return atFirst ? afterFirst(current, report) : afterLast(current, report);
  }

  private Optional<Duration> afterFirst(Now current, RunReport report)
      throws IOException, InterruptedException {
    BlockRecord record = record();
    boolean succeeded = report.failure().isEmpty();
    told = record.first(report, succeeded);
    Throwable stopped = current.stopped;
    if (succeeded && stopped == null) {
      invokeBody(current, report);
      record.save();
      return Optional.empty();
    }
    problem = stopped == null ? new AbortException(report.failure().get().message()) : stopped;
    if (stopped == null && report.failure().get().problem() != Problem.INTERNAL) {
      // It says so itself, so it has also ended what it had begun.
      end(current);
      record.save();
      return Optional.empty();
    }
    return goOnWithLast(current);
  }

  private void invokeBody(Now current, RunReport report) throws IOException, InterruptedException {
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            getContext().get(EnvironmentExpander.class),
            EnvironmentExpander.constant(first.environment(report)));
    stage = Stage.BODY;
    body.begin(getContext(), expander);
    current.contact.saveState();
  }

  /** What came of the body: its value, or why it failed. */
  void afterBody(Object result, Throwable failure) {
    value = result;
    problem = failure;
    stage = Stage.LAST;
    now.contact.saveState();
    now.loop.wake();
  }

  private Optional<Duration> goOnWithLast(Now current) {
    stage = Stage.LAST;
    current.contact.saveState();
    return Optional.of(Duration.ZERO);
  }

  private Optional<Duration> afterLast(Now current, RunReport report)
      throws IOException, InterruptedException {
    BlockRecord record = record();
    record.last(told, report);
    end(current);
    record.save();
    return Optional.empty();
  }

  private void end(Now current) {
    current.ended = true;
    if (problem == null) {
      getContext().onSuccess(value);
    } else {
      getContext().onFailure(problem);
    }
  }

  /** Something went wrong on this side. What the program may have begun is ended all the same. */
  private Optional<Duration> broken(Now current, Throwable failure) {
    if (current.ended) {
      LOGGER.log(Level.WARNING, failure, () -> "after the end of a step");
      return Optional.empty();
    }
    boolean begun = remote != null;
    if (problem == null) {
      problem = current.stopped == null ? failure : current.stopped;
    }
    giveUp(current);
    if (begun && stage == Stage.FIRST) {
      return goOnWithLast(current);
    }
    end(current);
    return Optional.empty();
  }

  private void giveUp(Now current) {
    RemoteRun given = remote;
    remote = null;
    if (given == null) {
      return;
    }
    try {
      Strays.get().stop(given, getContext().get(TaskListener.class));
      Optional<Story> story = Optional.ofNullable(current.watch).map(Watch::story);
      current.watch = null;
      BlockRecord record = record();
      if (stage == Stage.FIRST) {
        told = record.first(Story.abandoned(story).report(), false);
      } else {
        record.noLast(told);
      }
      record.save();
    } catch (IOException | RuntimeException e) {
      LOGGER.log(Level.WARNING, e, () -> "cannot record the end of a step");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private BlockRecord record() throws IOException, InterruptedException {
    return BlockRecord.of(getContext(), id);
  }
}
